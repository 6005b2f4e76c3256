import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What is asked of it, to be looked at by a test: "PUT /papers/3f/3fa2…". */
export type TestBucket = { endpoint: string; asked: string[]; objects: Map<string, Buffer>; stop: () => Promise<void> };

/**
 * A server that speaks as much of S3 as the site asks for, by path: PUT, GET with a range, HEAD, DELETE and lists in pages of two.
 * It refuses what is not signed, and content that is not what its checksum says.
 */
export async function startBucket(name: string): Promise<TestBucket> {
  const [asked, objects]: [string[], Map<string, Buffer>] = [[], new Map()];
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    asked.push(`${request.method} ${pathname}`);
    if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 ")) return fail(response, 403, "AccessDenied");
    if (pathname === `/${name}` || pathname === `/${name}/`) return list(response, objects, searchParams);
    void answer(request, response, pathname.slice(name.length + 2), objects);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint: `http://127.0.0.1:${port}`, asked, objects, stop };
}

async function answer(request: IncomingMessage, response: ServerResponse, key: string, objects: Map<string, Buffer>) {
  if (request.method === "PUT") {
    const content = await buffer(request);
    const sum = createHash("sha256").update(content).digest("base64");
    if (request.headers["x-amz-checksum-sha256"] !== sum) return fail(response, 400, "BadDigest");
    objects.set(key, content);
    return void response.writeHead(200, { etag: `"${sum}"` }).end();
  }
  if (request.method === "DELETE") {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const content = objects.get(key);
  if (!content) return fail(response, 404, "NoSuchKey", request.method === "HEAD");
  if (request.method === "HEAD") return void response.writeHead(200, { "content-length": content.length }).end();
  const [, from = "0", to = String(content.length - 1)] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  const part = content.subarray(Number(from), Number(to) + 1);
  response.writeHead(206, {
    "content-length": part.length,
    "content-range": `bytes ${from}-${Number(from) + part.length - 1}/${content.length}`,
  });
  response.end(part);
}

function list(response: ServerResponse, objects: Map<string, Buffer>, asked: URLSearchParams) {
  const after = Number(asked.get("continuation-token") ?? 0);
  const keys = [...objects.keys()].sort();
  const next = after + 2 < keys.length ? `<NextContinuationToken>${after + 2}</NextContinuationToken>` : "";
  const contents = keys
    .slice(after, after + 2)
    .map((key) => `<Contents><Key>${key}</Key><LastModified>2016-10-03T08:00:00.000Z</LastModified></Contents>`);
  response.writeHead(200, { "content-type": "application/xml" });
  response.end(
    `<ListBucketResult><IsTruncated>${next !== ""}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
  );
}

function fail(response: ServerResponse, status: number, code: string, isBare = false) {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(isBare ? undefined : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
