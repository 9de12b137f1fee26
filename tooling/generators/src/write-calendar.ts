import { officialDays } from './official-days.ts';

/** `node tooling/generators/src/write-calendar.ts 2025 2026`: prints the years for a data file of `packages/database/migrations/data`. */
const years = process.argv.slice(2).map(Number);
const noticed = years.map((year) => ({ year, notice: `国务院办公厅关于${year}年部分节假日安排的通知`, days: officialDays(year) }));
process.stdout.write(`${JSON.stringify(noticed, null, 2)}\n`);
