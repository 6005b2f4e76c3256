import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { decodable } from "./decodable";

type Responses = AsyncLocalStorage<ServerResponse>;
const kept = globalThis as typeof globalThis & {
  scrutineerResponses?: Responses;
  scrutineerWords?: WeakMap<ServerResponse, string>;
};

/**
 * Keeps at hand the response that each request gets, which Next hands to no page. To be called once as a server starts.
 * Node announces every request here before anybody sees it; what follows from it, follows in its context.
 */
export function keepResponses(): void {
  if (kept.scrutineerResponses) return;
  const responses: Responses = new AsyncLocalStorage();
  kept.scrutineerResponses = responses;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    // Next answers an address that cannot be decoded as if the site had broken.
    if (request.url) request.url = decodable(request.url);
    responses.enterWith(response);
  });
}

/**
 * Gives the page that is being rendered another status than 200. Next sets one only where a page throws, and then sends a shell
 * that scripts must fill in; a page that is rendered like any other is there without them.
 */
export function answerWith(status: 404 | 500): void {
  const response = kept.scrutineerResponses?.getStore();
  if (response && !response.headersSent) response.statusCode = status;
}

/**
 * Leaves word for the page that is rendered in answer to this same request. A form sent without script is answered by its page, on
 * which the form may not be any more: somebody else was first, and the page would come back without a word.
 */
export function leaveWord(word: string): void {
  const response = kept.scrutineerResponses?.getStore();
  kept.scrutineerWords ??= new WeakMap();
  if (response) kept.scrutineerWords.set(response, word);
}

/** The word that was left, if any. */
export function wordLeft(): string | undefined {
  const response = kept.scrutineerResponses?.getStore();
  return response && kept.scrutineerWords?.get(response);
}

/** The address at the other end of the connection, a client's or a proxy's, which no header can pretend. */
export const peerAddress = (): string | undefined =>
  kept.scrutineerResponses?.getStore()?.req.socket.remoteAddress ?? undefined;
