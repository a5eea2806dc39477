// A job of the native API in words.

import { count, credits, when } from "./dom.js";

/** Stages by the name that the API gives them. */
export const STAGES = {
  ingest: "Read the pictures",
  segment: "Cut out the object",
  reconstruct: "Build the shape",
  refine: "Refine the mesh",
  texture: "Paint the textures",
  export: "Write the files",
  preview: "Render the preview",
};

/** Nothing more will happen to the job. */
export const isFinal = (job) => ["succeeded", "failed", "cancelled"].includes(job.status);

/** One line about a job. */
export function summary(job) {
  const { request } = job;
  const parts = [when(job.created_at)];
  if (request?.tier) parts.push(request.tier);
  if (request?.faces && request.topology !== "keep") parts.push(`${count(request.faces)} ${request.topology}`);
  if (job.cost) parts.push(credits(job.cost));
  if (job.test) parts.push("test");
  return parts.join(" · ");
}
