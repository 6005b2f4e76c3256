import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../scripts/port.mjs";
import { visitor } from "./load";

export const isNginxInstalled = (): boolean => spawnSync("nginx", ["-v"]).status === 0;

/**
 * nginx with one worker, as the site is one process, answering a path with the bytes given.
 * @param folder for its files, which it may read as whatever user it runs
 */
export async function startNginx(
  folder: string,
  body: Buffer,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const place = join(folder, "nginx");
  mkdirSync(place, { recursive: true });
  for (const open of [folder, place]) chmodSync(open, 0o755);
  writeFileSync(join(place, "page.html"), body);
  const port = await freePort();
  const configuration = join(place, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(place, name)};`,
  );
  writeFileSync(
    configuration,
    `daemon off; worker_processes 1; pid ${join(place, "nginx.pid")}; error_log stderr error;
     events { worker_connections 256; }
     http {
       access_log off; keepalive_requests 1000000000; sendfile on; tcp_nopush on; open_file_cache max=10; ${temporary.join(" ")}
       server { listen 127.0.0.1:${port}; location / { default_type text/html; root ${place}; try_files /page.html =404; } }
     }`,
  );
  const nginx = spawn("nginx", ["-p", place, "-c", configuration], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => nginx.once("close", () => resolve()));
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    const { ask, leave } = visitor(address);
    const isUp = await ask({ path: "/" }).then(
      ({ status }) => status === 200,
      () => false,
    );
    leave();
    if (isUp) break;
    if (attempt > 100) throw new Error("nginx is installed and does not answer.");
    await wait(50);
  }
  return {
    address,
    stop: async () => {
      nginx.kill("SIGQUIT");
      await ended;
    },
  };
}
