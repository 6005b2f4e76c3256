// @ts-check
// Loaded by whatever Node there is: nothing here or imported statically from here may need Node 20 or node_modules.

/**
 * Runs one of our commands and ends the process with its exit code: 0 when done, 1 when refused (one sentence on stderr).
 *
 * @param {() => Promise<{ main: (args: string[]) => Promise<void> }>} load imports the command, once everything it needs is installed
 * @param {() => Promise<{ preflight: (args: string[]) => Promise<void> }>} [loadPreflight] imports what can be refused before installing
 */
export function runCommand(load, loadPreflight) {
  const major = Number(process.versions.node.split(".")[0]);
  if (!(major >= 20)) {
    console.error(
      "Scrutineer needs Node 20 or newer and this is Node " +
        process.versions.node +
        ": install Node 24 from nodejs.org and run the command again.",
    );
    process.exit(1);
  }
  import("./launch.mjs").then((launcher) => launcher.launch(load, loadPreflight));
}
