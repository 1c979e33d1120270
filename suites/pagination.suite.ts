import {
  about,
  allLists,
  badParameters,
  defineSuite,
  documentedLists,
  eachLimit,
  isDocumentedPage,
  must,
  oddQueries,
  ownLists,
  reference,
  schemaOfPage,
  sharedLists,
  should,
  survive,
  webhookLists,
} from "../src/suite/index.ts";
import { changingRequirements } from "./pagination-changes.ts";

const webhookList = reference("get applications/{applicationId}/webhooks");

export default defineSuite({
  name: "pagination",
  title: "Pagination",
  requirements: {
    "answers-match-schema": must("answer its documented lists in the documented form", {
      source: webhookList,
      fault: "pagination-webhook-without-is-active",
      variants: documentedLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        expect(list.opened).toBeAccepted().toMatchSchema(listing.schema);
      },
      observe: {
        when: isDocumentedPage,
        check: ({ expect }, answer) => {
          expect(answer).toMatchSchema(schemaOfPage(answer) ?? "webhook-page");
        },
      },
    }),

    "has-envelope": must("say of every page where it stands among all of them", {
      source: about("pagination"),
      fault: ["pagination-without-total-pages", "pagination-total-as-text"],
      variants: allLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        expect.pages([list.opened, await list.read({ page: 2, limit: 1 })]).toHaveEnvelope();
      },
    }),

    "starts-at-one": must("count pages from one, and begin there when not told otherwise", {
      source: about("pagination"),
      fault: ["pagination-default-page-is-zero", "pagination-unbounded-without-parameters"],
      variants: ownLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        const unasked = list.opened;
        const first = await list.read({ page: 1, limit: list.usualLimit });
        const sized = await list.read({ limit: list.usualLimit });

        expect(unasked).at("/page").toEqual(1);
        expect(first).toBeAccepted().toHaveItemsOf(unasked);
        expect(sized).toBeAccepted().toHaveItemsOf(unasked).at("/page").toEqual(1);
      },
    }),

    "echoes-page-and-limit": must("answer the page and the limit that were asked for", {
      source: about("pagination"),
      fault: "pagination-echoes-defaults",
      variants: allLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        expect.pages(await list.corners()).toEchoQuery();
      },
    }),

    "respects-limit": must("put no more items on a page than the limit", {
      source: about("pagination"),
      fault: "pagination-one-item-too-many",
      variants: allLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        expect.pages(await list.corners()).toRespectLimit();
      },
    }),

    "fills-pages": must("fill every page but the last", {
      source: about("pagination"),
      fault: "pagination-short-pages",
      variants: ownLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        expect.pages(await list.corners()).toBeFull();
      },
    }),

    "fills-large-pages": must("put as many items on a page as asked for, up to a hundred", {
      source: webhookList,
      fault: ["pagination-fifty-at-most", "pagination-hundred-echoed-as-usual", "pagination-counts-to-fifty"],
      optional: true,
      variants: webhookLists,
      async check({ given, expect }, listing) {
        const list = await given.freshList(listing);
        await list.addAll(52);
        await list.settled();

        const pages = [
          await list.read({ page: 1, limit: 100 }),
          await list.read({ page: 1, limit: 51 }),
          await list.read({ page: 2, limit: 51 }),
        ];

        expect.pages(pages).toEchoQuery().toBeFull().toCountPages().toFlagNeighbours();
        expect.each(pages, (page) => page.at("/totalItems").toEqual(52));
      },
    }),

    "counts-pages": must("count as many pages as the items take", {
      source: about("pagination"),
      fault: ["pagination-counts-full-pages-only", "pagination-counts-one-page-more"],
      variants: allLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        expect.pages(await list.corners()).toCountPages();
      },
    }),

    "flags-neighbours": must("tell whether there is a page before and a page behind", {
      source: about("pagination"),
      fault: ["pagination-next-after-a-full-page", "pagination-previous-on-the-first-page"],
      variants: allLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        expect.pages(await list.corners()).toFlagNeighbours();
      },
    }),

    "describes-empty-lists": must("answer an empty list as one page without items", {
      source: about("pagination"),
      fault: "pagination-empty-list-has-next-page",
      variants: documentedLists,
      async check({ given, expect }, listing) {
        const list = await given.freshList(listing);

        expect(list.opened).toBeAccepted().at("/totalItems").toEqual(0);
        expect(list.opened).at("/items").toEqual([]);
        expect.pages([list.opened]).toCountPages().toFlagNeighbours();
      },
    }),

    partitions: must("hold each item exactly once on all pages together", {
      source: about("pagination"),
      fault: [
        "pagination-loses-item-of-a-full-last-page",
        "pagination-tenth-page-is-the-first",
        "pagination-repeats-boundary-item",
      ],
      variants: ownLists,
      check: (world, listing) =>
        eachLimit(world, listing, async (list, limit) => {
          const walk = await list.walk(limit);

          world.expect.walks([walk]).toHoldEachOnce(list.ids);
        }),
    }),

    "order-is-stable": must("keep one order, whatever the limit and however often it is read", {
      source: about("pagination"),
      fault: ["pagination-ties-in-any-order", "pagination-order-depends-on-limit"],
      variants: ownLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        const walks = await Promise.all([5, 5, 3, list.size + 1].map(list.walk));

        expect.walks(walks).toAgree();
      },
    }),

    "shared-list-is-whole": must("hold each application of the merchant exactly once on all pages together", {
      optional: true,
      source: about("pagination"),
      fault: "pagination-applications-skip-one",
      variants: sharedLists,
      alone: true,
      async check({ given, expect }, listing) {
        const list = await given.freshList(listing);
        await list.add(3);

        const walks = await list.walkWidely();

        expect.pages(walks.flatMap(({ pages }) => pages)).toBeFull();
        expect.walks(walks).toHoldEachOnce(list.ids).toAgree();
      },
    }),

    "follows-creation": must("list what was created, and count it", {
      source: about("pagination"),
      fault: "pagination-total-is-cached",
      variants: ownLists,
      async check({ given, expect }, listing) {
        const list = await given.freshList(listing);

        await list.add();
        expect(await list.settled())
          .at("/totalItems")
          .toEqual(list.due());
        await list.add(2);
        expect(await list.settled())
          .at("/totalItems")
          .toEqual(list.due());

        expect.walks([await list.walk(1)]).toHold(list.ids);
      },
    }),

    "rejects-bad-parameters": must("refuse a page or a limit that is out of range", {
      source: webhookList,
      fault: [
        "pagination-page-zero-is-one",
        "pagination-parses-leading-digits",
        "pagination-clamps-limit",
        "pagination-negative-limit",
      ],
      variants: badParameters,
      async check({ given, expect }, { listing, flaws }) {
        await given.filledList(listing);

        await expect.refused(given.request(listing.operation), { when: flaws, status: [400] });
      },
    }),

    "survives-odd-queries": must("answer odd queries of a list without a server error", {
      source: about("status codes"),
      fault: ["pagination-parameter-twice-crashes", "pagination-parameter-in-brackets-crashes"],
      variants: allLists,
      async check(world, listing) {
        await world.given.filledList(listing);

        await survive(world, listing.operation, () => oddQueries);
      },
    }),

    "beyond-the-end": should("answer a page behind the last as an empty one", {
      source: about("pagination"),
      fault: ["pagination-beyond-the-end-is-absent", "pagination-nothing-before-the-beyond"],
      variants: ownLists,
      async check({ given, expect }, listing) {
        const list = await given.filledList(listing);

        const next = await list.read({ page: 2, limit: list.size || 1 });
        const far = await list.read({ page: 1000, limit: 5 });

        expect.pages([next, far]).toBeBeyondTheEnd();
      },
    }),

    ...changingRequirements,
  },
});
