import { generateCouncil } from "./generate.ts";

const [db, c] = process.argv.slice(2);
const t = Date.now();
await generateCouncil(`postgresql://postgres@127.0.0.1:5599/${db}`, { committees: Number(c), years: 20 });
console.log(db, Date.now() - t);
