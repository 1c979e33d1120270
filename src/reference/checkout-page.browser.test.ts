import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createReferenceServer, type ReferenceServer } from "./server.ts";
import { openShop, type Shop } from "./shop.test-kit.ts";

const executablePath = "/usr/bin/chromium";
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

let server: ReferenceServer;
let shop: Shop;
let browser: Browser;
let merchantPages: Server;
let merchantUrl: string;

/** Where the shopper lands afterwards: a page of the merchant's, on loopback like everything else. */
async function servePages(): Promise<string> {
  merchantPages = createServer((request, response) => response.end(`landed on ${request.url}`));
  await new Promise<void>((resolve) => merchantPages.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(merchantPages.address() as AddressInfo).port}`;
}

// Debian's chromium; the machine that runs CI has it.
describe.skipIf(!existsSync(executablePath))("the checkout page in a browser", () => {
  beforeAll(async () => {
    server = await createReferenceServer();
    shop = await openShop(server);
    merchantUrl = await servePages();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", ...quiet] });
  });

  afterAll(async () => {
    await browser.close();
    merchantPages.close();
    await server.close();
  });

  async function openCheckout(orderReference: string): Promise<{ page: Page; sessionId: string }> {
    const redirectUrls = { success: `${merchantUrl}/thanks`, failure: `${merchantUrl}/sorry` };
    const { body } = await shop.createSession({ orderReference, redirectUrls });
    const page = await browser.newPage();
    await page.goto(String(body["checkoutUrl"]));
    return { page, sessionId: String(body["sessionId"]) };
  }

  test.each([
    { button: "Pay", lands: "/thanks", status: "SUCCEEDED" },
    { button: "Decline", lands: "/sorry", status: "FAILED" },
    { button: "Cancel", lands: "/sorry", status: "FAILED" },
  ])("$button ends in $status at $lands", async ({ button, lands, status }) => {
    const { page, sessionId } = await openCheckout("ORD-1");
    await page.getByRole("button", { name: button }).click();
    expect(await page.locator("body").textContent()).toContain(`landed on ${lands}`);
    expect((await shop.read(sessionId)).body["status"]).toBe(status);
    await page.goBack();
    await page.reload();
    expect(await page.getByRole("button").count()).toBe(0);
    await page.close();
  });

  test("shows what is paid for, and hostile text as text", async () => {
    const { page } = await openCheckout(`<img src=x onerror="document.title='owned'">`);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("Checkout");
    expect(await page.locator("dl").textContent()).toContain("140.76 AUD");
    expect(await page.locator("dl").textContent()).toContain("<img src=x");
    await page.close();
  });
});
