import { describe, expect, test } from "vitest";
import { answerOf } from "./answer.ts";
import { leaksIn } from "./leaks.ts";

interface Told {
  readonly message: string;
  readonly body?: string;
  readonly authorization?: string;
  readonly header?: string;
}

function leaks({ message, body = "{}", authorization = "Bearer of-something-secret", header = "" }: Told) {
  const exchange = {
    at: 0,
    durationMs: 1,
    request: { method: "POST", url: "http://x/api/v1/y", headers: [["Authorization", authorization]], body },
    response: {
      status: 500,
      headers: [["x-debug", header]],
      body: JSON.stringify({ statusCode: 500, message, error: "Internal Server Error" }),
    },
  } as const;
  return leaksIn(answerOf(exchange, undefined, false)).map(({ what }) => what);
}

describe("a leak is", () => {
  test.each([
    ["a JavaScript stack", "Error\n    at Layer.handle (/app/src/main.js:10:5)"],
    ["a JavaScript stack", "at async Promise.all (file:///srv/api/dist/main.js:1:2)"],
    ["a Java stack", "at com.kadosei.Api.create(Api.java:42)"],
    ["a Java exception", "java.lang.IllegalStateException: no"],
    ["a Python stack", 'Traceback (most recent call last):\n  File "/app/x.py", line 3'],
    ["a Go stack", "goroutine 12 [running]"],
    ["a Ruby stack", "app.rb:12:in `call'"],
    ["a PHP stack", "Fatal error: no in index.php on line 3"],
    ["a .NET stack", "System.NullReferenceException: Object reference"],
    ["a Rust panic", "thread 'main' panicked at 'no'"],
    ["a slip of the program", "Cannot read properties of undefined (reading 'id')"],
    ["a file path", "ENOENT: open '/var/lib/api/keys.json'"],
    ["a Windows path", String.raw`at C:\inetpub\api\x`],
    ["an installed package", "node_modules/express"],
    ["SQL", "insert into applications (name) values ($1)"],
    ["a database error", 'duplicate key value violates unique constraint "x"'],
    ["an object mapper's error", "PrismaClientKnownRequestError: no"],
    ["a product version", "nginx/1.18.0"],
    ["an internal address", "connect ECONNREFUSED 10.0.0.3:5432"],
  ])("%s: %s", (what, message) => {
    expect(leaks({ message })).toContain(what);
    expect(leaks({ message: "no", header: message })).toContain(what);
  });

  test("a credential of the request", () => {
    const what = "a credential of the request";
    expect(leaks({ message: "of-something-secret is wrong" })).toEqual([what]);
    expect(leaks({ message: "not hunter2-hunter2", body: '{"password":"hunter2-hunter2"}' })).toEqual([what]);
  });
});

describe("no leak is", () => {
  test.each([
    "Cannot GET /api/v1/nothing-here",
    "Unexpected token } in JSON at position 12",
    "name must be shorter than or equal to 100 characters",
    "No such application: 3f0e9c1c-7d5b-4e0a-9c3d-2b1a0f9e8d7c",
    "The session cannot be refunded: its status is PENDING, select another from the list",
    "Insert a description into the request; update the name; delete the rest",
    "url must be an HTTPS URL such as https://example.com/hooks/kadosei",
    "Idempotency-Key must be a UUID version 4.0",
    "Something went wrong: see https://docs.kadosei.com/about-the-api (request 12:34:56)",
    "limit must be between 1 and 100, at most 2.5 requests per second",
    "Type error: amount must be a number",
  ])("%s", (message) => {
    expect(leaks({ message })).toEqual([]);
  });

  test("what the request itself said", () => {
    const body = JSON.stringify({ name: "SELECT a FROM b WHERE" });
    expect(leaks({ message: "SELECT a FROM b WHERE is taken", body })).toEqual([]);
  });
});
