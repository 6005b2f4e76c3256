// Completes package-lock.json with the optional platform packages (macOS, Windows, other processors) that the registry used
// to make it does not have. Without them `npm ci` refuses the lock file ("Missing: … from lock file"), on every machine; with
// them it skips what is for another platform, and those platforms get their package. Run it after every `npm install`.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const systems = {
  darwin: "darwin",
  win32: "win32",
  linux: "linux",
  android: "android",
  freebsd: "freebsd",
  openharmony: "openharmony",
  openbsd: "openbsd",
  netbsd: "netbsd",
  sunos: "sunos",
  aix: "aix",
};
const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];
let added = 0;

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = [
      `${path}/node_modules/${name}`,
      ...path
        .split("/node_modules/")
        .map((_, i, parts) => [...parts.slice(0, i), "node_modules", name].filter(Boolean).join("/")),
      `node_modules/${name}`,
    ];
    if (found.some((place) => lock.packages[place.replace(/^\//, "")])) continue;
    const words = name.split(/[-/@]/);
    const os = words.map((word) => systems[word]).find(Boolean);
    const cpu =
      processors.find((processor) => words.includes(processor)) ??
      (words.some((word) => word.startsWith("arm")) ? "arm" : undefined);
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ""),
      ...(cpu && { cpu: [cpu] }),
      optional: true,
      ...(os && { os: [os] }),
    };
    added++;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);
