import { suites } from "../../suites/index.ts";
import type { Judge } from "../certificate/index.ts";
import { edition, tool } from "../library/tool.ts";
import { toolDigest } from "../library/tool-digest.ts";

/** This release as a judge: what it is, and the requirements that it judges by. */
export function thisJudge(): Judge {
  const requirements = suites.flatMap((suite) => suite.requirements);
  return { tool, digest: toolDigest(), edition: { name: edition, requirements } };
}
