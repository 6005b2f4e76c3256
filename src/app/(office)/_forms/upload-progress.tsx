import { PlainButton } from "@/ui/button";

/** How much of a file has gone out, in bytes. */
export type Sent = { sent: number; of: number };

type Outcome = { kind: "answered"; goTo: string } | { kind: "stopped" } | { kind: "cut" };

/** Sends a form as the browser would, and tells how far it has come. */
export function sendWithProgress(
  request: XMLHttpRequest,
  form: HTMLFormElement,
  tell: (sent: Sent) => void,
): Promise<Outcome> {
  return new Promise((done) => {
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => tell({ sent: loaded, of: total }));
    request.addEventListener("error", () => done({ kind: "cut" }));
    request.addEventListener("timeout", () => done({ kind: "cut" }));
    request.addEventListener("abort", () => done({ kind: "stopped" }));
    request.addEventListener("load", () => {
      const goTo: unknown = request.response?.goTo;
      done(typeof goTo === "string" ? { kind: "answered", goTo } : { kind: "cut" });
    });
    request.send(new FormData(form));
    tell({ sent: 0, of: 0 });
  });
}

const MEGABYTE = 1024 * 1024;

/**
 * How far it has come: the bar for the eye, and words for a screen reader in steps of ten, since it would read out nothing else.
 * Nothing for what is not being sent.
 */
export function Sending({ sent: progress, stop }: { sent: Sent | null; stop: () => void }) {
  const isWhole = progress !== null && progress.of > 0 && progress.sent >= progress.of;
  return (
    <>
      {progress ? (
        <p className="flex flex-wrap items-center gap-3 text-note">
          <progress
            className="h-3 w-64 max-w-full accent-link"
            aria-label="The file on its way"
            max={progress.of || 1}
            value={isWhole ? undefined : progress.sent}
          />
          {isWhole
            ? "It is here, and being looked at."
            : `${megabytes(progress.sent)} of ${megabytes(progress.of)} MB sent`}
          {isWhole ? null : (
            <PlainButton type="button" onClick={stop}>
              Stop sending
            </PlainButton>
          )}
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {progress ? (isWhole ? "The file is here, and being looked at." : stepWords(progress)) : ""}
      </p>
    </>
  );
}

const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);

const stepWords = ({ sent, of }: Sent) =>
  of > 0 ? `${Math.floor((sent / of) * 10) * 10} per cent of the file is sent.` : "The file is being sent.";
