import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a revoked key in as long as more than three requests under it are under way",
  breaks: "api-keys/revokes-under-load",
  wrap: (parts) => {
    const underWay = new Map<string, number>();
    const count = (fullKey: string, by: number) => underWay.set(fullKey, (underWay.get(fullKey) ?? 0) + by);
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        find: (fullKey) => {
          const key = parts.keyRing.lookUp(fullKey);
          const isBusy = (underWay.get(fullKey) ?? 0) > 3;
          if (key === undefined || (!isBusy && !parts.keyRing.isLive(key))) return undefined;
          count(fullKey, 1);
          setTimeout(() => count(fullKey, -1), 20);
          return key;
        },
      },
    };
  },
});
