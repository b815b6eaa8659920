/** Which addresses the desk may fetch: of the public web alone. */

/** Names that stand for a machine or a network of one's own: RFC 6761, RFC 6762, RFC 8375, RFC 9476, and what routers and clouds answer to. */
const own =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid|alt|arpa|onion)$/;

/**
 * Whether an address is https, on the usual port, of a name of the public web. A number is none, however it is written: the URL parser has
 * made four numbers of `0x7f.1` and of `2130706433`. Where a name leads is not ours to see: Workers reach no private network.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  const name = hostname.replace(/\.$/, "");
  return (
    protocol === "https:" &&
    port === "" &&
    username === "" &&
    password === "" &&
    /\.[a-z][a-z0-9-]*$/.test(name) &&
    !own.test(name)
  );
};
