import { createHash } from "node:crypto";
import { defineFault } from "../fault.ts";

// Sorted by time alone, as a database would: what was created in one second comes as it likes.
export const fault = defineFault({
  title: "Lists what was created at about the same time in another order each time",
  breaks: "pagination/order-is-stable",
  wrap: (parts) => {
    let reads = 0;
    const mixed = <Item>(items: readonly Item[]): readonly Item[] => {
      reads += 1;
      const place = (item: Item) =>
        createHash("sha256")
          .update(`${reads} ${JSON.stringify(item)}`)
          .digest("hex");
      return items.toSorted((left, right) => (place(left) < place(right) ? -1 : 1));
    };
    return {
      ...parts,
      pager: {
        ...parts.pager,
        cut: (items, request, call) =>
          parts.pager.cut(call.operation === "listWebhooks" ? mixed(items) : items, request, call),
      },
    };
  },
});
