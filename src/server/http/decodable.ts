/**
 * The address as one that can be decoded. Whoever types "%FF" or "%E0%A4%A" has typed no text (RFC 3986 2.5, UTF-8): its percent
 * signs are taken as they stand, which leads to a page that is not there.
 */
export function decodable(address: string): string {
  const question = address.indexOf("?");
  const path = question < 0 ? address : address.slice(0, question);
  const rest = address.slice(path.length);
  return (
    path
      .split("/")
      .map((segment) => (isText(segment) ? segment : segment.replaceAll("%", "%25")))
      .join("/") + rest
  );
}

function isText(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}
