import { BlockList, isIPv6 } from "node:net";

/** Networks that a proxy of ours stands in; nobody out there comes from one. */
const INSIDE = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  INSIDE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  INSIDE.addSubnet(network, bits, "ipv6");

/**
 * The address a request came from, by which failed sign-ins are slowed. A proxy adds it to what the client sent, so only the last
 * one is to be believed, and none where somebody out there reaches us without a proxy.
 * @param peer the other end of the connection
 */
export function addressOf(headers: Headers, peer: string | undefined): string {
  const direct = peer?.replace(/^::ffff:/, "");
  if (direct && !INSIDE.check(direct, isIPv6(direct) ? "ipv6" : "ipv4")) return direct;
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || direct || "unknown";
}

/** Whether the request came over https, by what Next or the proxy in front of us noted. */
export const isHttps = (headers: Headers): boolean =>
  headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim() === "https";
