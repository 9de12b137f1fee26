/** Lets work in as long as the two lanes hold it, in the order in which it came. */
export function lanes(width: number) {
  let free = width;
  const waiting: { readonly need: number; readonly go: () => void }[] = [];
  const letIn = () => {
    for (let next = waiting[0]; next !== undefined && next.need <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.need;
      next.go();
    }
  };
  return async <Result>(need: number, work: () => Promise<Result>): Promise<Result> => {
    await new Promise<void>((go) => {
      waiting.push({ need, go });
      letIn();
    });
    try {
      return await work();
    } finally {
      free += need;
      letIn();
    }
  };
}
