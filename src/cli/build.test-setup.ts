import { execFileSync } from "node:child_process";

/** Builds the command as it is published, once for all tests. */
export default function build(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
