/** The scripts, styles and fonts of pages, at addresses that tell their content. */
import addresses from "./asset-addresses.json" with { type: "json" };

/** The name of a file that pages load, as it is written. */
export type AssetName = keyof typeof addresses;

/** Where it is served. */
export const assetAddress = (name: AssetName): string => addresses[name];

/** A file's address: what it is called, what tells its content, and what it is. */
const parts = /^\/assets\/([\w-]+)\.(\w+)(\.\w+)$/;

/** The address of today's edition of a file, by its address in any; undefined where pages load no such file. */
export const todaysAddress = (address: string): string | undefined => {
  const [, name, , end] = parts.exec(address) ?? [];
  return Object.values<string>(addresses).find((today) => {
    const [, known, , type] = parts.exec(today) ?? [];
    return name !== undefined && known === name && type === end;
  });
};
