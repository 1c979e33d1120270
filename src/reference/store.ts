/** Things by id, and by owner in the order of their creation. */
export interface Store<Item> {
  add(item: Item): void;
  find(id: string): Item | undefined;
  of(owner: string): readonly Item[];
  all(): Iterable<Item>;
  remove(id: string): void;
}

export const createStore = <Item extends { readonly id: string }>(
  ownerOf: (item: Item) => string,
): Store<Item> => {
  const byId = new Map<string, Item>();
  const byOwner = new Map<string, Item[]>();
  return {
    add: (item) => {
      byId.set(item.id, item);
      const siblings = byOwner.get(ownerOf(item));
      if (siblings === undefined) byOwner.set(ownerOf(item), [item]);
      else siblings.push(item);
    },
    find: (id) => byId.get(id),
    of: (owner) => byOwner.get(owner) ?? [],
    all: () => byId.values(),
    remove: (id) => {
      const item = byId.get(id);
      if (item === undefined) return;
      byId.delete(id);
      const siblings = byOwner.get(ownerOf(item)) ?? [];
      byOwner.set(
        ownerOf(item),
        siblings.filter((sibling) => sibling.id !== id),
      );
    },
  };
};
