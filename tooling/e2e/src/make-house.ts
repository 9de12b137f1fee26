import { startProductIn } from './product.ts';

/** Makes the house of the browser tests in the folder named: the first start of the product, with the demo group. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('name the folder of the house');
const product = await startProductIn(dataDir, {});
await product.stop();
