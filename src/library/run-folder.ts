import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { OutputError } from "./output-error.ts";

/** A name for a run that sorts by time and is its own: `20261201-101500-3f9a`. */
export function createRunId(now: Date): string {
  const [day = "", time = ""] = now.toISOString().replaceAll(/[-:]/g, "").split("T");
  return `${day}-${time.slice(0, 6)}-${randomBytes(2).toString("hex")}`;
}

/** Makes the folder that a run's reports are written to. */
export function createRunFolder(out: string, runId: string): string {
  const folder = join(out, runId);
  return attempt(out, () => {
    makeFolder(folder);
    tryToWrite(folder);
    return folder;
  });
}

/** Makes sure that a report can be written to a file before the run begins. */
export function prepareFile(file: string): string {
  const path = resolve(file);
  return attempt(file, () => {
    makeFolder(dirname(path));
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory() === true) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    if (existing !== undefined) accessSync(path, constants.W_OK);
    if (existing === undefined || existing.isFile()) tryToWrite(dirname(path));
    else touch(path);
    return path;
  });
}

/** Writes evidence: for its owner's eyes, also where the file was there before. Half a file is worse than none. */
export function writePrivately(file: string, text: string): void {
  const descriptor = openSync(file, "w", 0o600);
  const isFile = fstatSync(descriptor).isFile();
  try {
    if (isFile) fchmodSync(descriptor, 0o600);
    writeFileSync(descriptor, text);
  } catch (error) {
    if (isFile) rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** About what the reports of a run take. */
const room = 2 * 1024 * 1024;

/** A full disk says so before anything is sent. */
function tryToWrite(folder: string): void {
  const file = join(folder, `.kadosei-room-${randomBytes(4).toString("hex")}`);
  try {
    writeFileSync(file, Buffer.alloc(room), { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Writes nothing to a device or a pipe, which a full one refuses all the same. */
function touch(path: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    writeSync(descriptor, "");
  } finally {
    closeSync(descriptor);
  }
}

/** Node's own recursive mkdir never returns where a folder cannot be made, below /proc for one. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !statSync(path).isDirectory()) throw error;
  }
}

function attempt<T>(path: string, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    const { code = "unknown" } = cause as NodeJS.ErrnoException;
    throw new OutputError(`cannot write to ${path} (${code})`, cause);
  }
}
