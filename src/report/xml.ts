import { escapeCharacter } from "./text.ts";

/** An element with its attributes in order, and either text or elements inside. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: string | readonly XmlElement[];
}

export function element(
  name: string,
  attributes: XmlElement["attributes"] = {},
  content: XmlElement["content"] = [],
): XmlElement {
  return { name, attributes, content };
}

/** An XML 1.0 document, two spaces per level. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}\n`;
}

function written({ name, attributes, content }: XmlElement, indent: string): string {
  const fields = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${attributeText(String(value))}"`,
  );
  const tag = `${name}${fields.join("")}`;
  if (content.length === 0) return `${indent}<${tag}/>`;
  if (typeof content === "string") return `${indent}<${tag}>${elementText(content)}</${name}>`;
  const inside = content.map((child) => written(child, `${indent}  `)).join("\n");
  return `${indent}<${tag}>\n${inside}\n${indent}</${name}>`;
}

/** What XML 1.0 forbids even as a reference, and the controls that it merely advises against. */
const forbidden = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function elementText(text: string): string {
  return text.replace(forbidden, escapeCharacter).replace(/[&<>\r]/g, reference);
}

function attributeText(text: string): string {
  return text.replace(forbidden, escapeCharacter).replace(/[&<>"\t\n\r]/g, reference);
}

function reference(character: string): string {
  return references[character] ?? character;
}
