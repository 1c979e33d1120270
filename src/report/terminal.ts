import { crop, escapeCharacter } from "./text.ts";

/** What the place where lines are read can do; whoever starts a reporter finds out. */
export interface Terminal {
  /** Whether a line can be written again; otherwise there is no live progress. */
  readonly isTTY: boolean;
  readonly columns: number;
  readonly colours: boolean;
  readonly unicode: boolean;
  /** Whether a text can be a link (OSC 8). */
  readonly links?: boolean;
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36 } as const;

export type Colour = keyof typeof codes;
export type Paint = ((colour: Colour, text: string) => string) & {
  /** A text that leads to a page, where the terminal knows links. */
  readonly link?: (text: string, url: string) => string;
};

/** Where a reporter writes: whole lines that stay, and one status line below them that is written again and again. */
export interface Screen {
  readonly paint: Paint;
  print(...lines: readonly string[]): void;
  /** Asks for the line only where one is shown. */
  status(line: () => string): void;
}

const eraseLine = "\r\u001b[2K";

export function openScreen(write: (text: string) => void, terminal: Terminal): Screen {
  const { isTTY, columns, colours, unicode, links = false } = terminal;
  const painted = (colour: Colour, text: string) =>
    colours ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;
  const paint: Paint = Object.assign(painted, links ? { link } : {});
  const spelled = unicode ? (text: string) => text : ascii;
  let status = "";
  return {
    paint,
    print(...lines) {
      if (lines.length === 0) return;
      const cleared = status === "" ? "" : eraseLine;
      status = "";
      write(cleared + lines.map((line) => `${spelled(line)}\n`).join(""));
    },
    status(tell) {
      if (!isTTY) return;
      const line = tell();
      if (line === "" && status === "") return;
      status = spelled(crop(line, columns - 3));
      write(eraseLine + paint("dim", status));
    },
  };
}

/** Only what is an address of a page or a file, in printable ASCII, leads anywhere. */
function link(text: string, url: string): string {
  if (!/^(https?|file):\/\/[\x21-\x7e]+$/.test(url)) return text;
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}

const spellings: Readonly<Record<string, string>> = {
  "✓": "+",
  "✗": "x",
  "▲": "!",
  "●": "i",
  "○": "-",
  "■": "#",
  "‼": "?",
  "·": "-",
  "→": "->",
  "…": "...",
};

/** A line for terminals that know no more than ASCII. */
function ascii(line: string): string {
  return line.replace(/\P{ASCII}/gu, (character) => spellings[character] ?? escapeCharacter(character));
}
