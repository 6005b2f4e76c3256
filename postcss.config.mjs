/** Tailwind 4 reads its whole configuration from src/app/globals.css. */
const config = { plugins: { "@tailwindcss/postcss": {} } };

export default config;
