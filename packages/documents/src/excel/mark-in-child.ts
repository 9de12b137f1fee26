import exceljs from 'exceljs';
import { buffer } from 'node:stream/consumers';

import { markErrors, type MarkingOrder } from './mark-errors.ts';

/** The marking process: the order and the file come in, the marked copy goes out. */
const input = await buffer(process.stdin);
const length = input.readUInt32LE(0);
const order = JSON.parse(input.toString('utf8', 4, 4 + length)) as MarkingOrder;
const workbook = new exceljs.Workbook();
// exceljs declares an ArrayBuffer of its own making; it reads a Buffer.
await workbook.xlsx.load(input.subarray(4 + length) as unknown as exceljs.Buffer);
markErrors(workbook, order);
process.stdout.write(new Uint8Array(await workbook.xlsx.writeBuffer()));
