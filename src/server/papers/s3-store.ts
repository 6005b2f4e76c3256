import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { type ByteRange, nameAt, placeOf, type Store } from "./store";

/** A bucket, and where it is; the credentials are looked for where the SDK looks, as in AWS_ACCESS_KEY_ID. */
export type Bucket = { name: string; endpoint: string | undefined; region: string };

/** In a bucket of S3, or of what speaks like it: under the same names as on a disk, so that one can be copied to the other. */
export function s3Store({ name: Bucket, endpoint, region }: Bucket): Store {
  const client = new S3Client({
    region,
    // What only speaks like S3 is found by path, and does not know the newer checksums.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (sha256: string) => ({ Bucket, Key: placeOf(sha256) });
  const sizeOf = async (sha256: string) => {
    try {
      return (await client.send(new HeadObjectCommand(at(sha256)))).ContentLength ?? null;
    } catch (error) {
      if (error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey")) return null;
      throw error;
    }
  };
  return {
    sizeOf,
    keep: async ({ path, sha256, size }) => {
      if ((await sizeOf(sha256)) === size) return;
      const Body = createReadStream(path);
      try {
        await client.send(
          new PutObjectCommand({
            ...at(sha256),
            Body,
            ContentLength: size,
            ChecksumSHA256: Buffer.from(sha256, "hex").toString("base64"),
          }),
        );
      } finally {
        Body.destroy();
      }
    },
    read: (sha256, range) =>
      streamed(async () => {
        const { Body } = await client.send(new GetObjectCommand({ ...at(sha256), Range: rangeOf(range) }));
        return Body as Readable;
      }),
    remove: async (sha256) => {
      await client.send(new DeleteObjectCommand(at(sha256)));
    },
    list: async function* () {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
        for (const { Key = "", LastModified } of Contents) {
          const sha256 = nameAt(Key);
          if (sha256 && LastModified) yield { sha256, storedAt: LastModified };
        }
    },
  };
}

const rangeOf = ({ start, end }: ByteRange) => `bytes=${start}-${end}`;

/** Asked for at the first read, and let go of when the reader has gone. */
function streamed(open: () => Promise<Readable>): ReadableStream<Uint8Array> {
  let body: Readable | undefined;
  let chunks: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        body ??= await open();
        chunks ??= body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      },
      cancel: () => void body?.destroy(),
    },
    { highWaterMark: 0 },
  );
}
