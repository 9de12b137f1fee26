/** Whether the header of the request names the encoding and does not refuse it by `q=0` (RFC 9110, 12.5.3). */
export function accepts(header: string, encoding: string): boolean {
  const [named] = header.split(',').flatMap((each) => {
    const [name = '', ...weights] = each
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    return name === encoding ? [weights] : [];
  });
  return named !== undefined && !named.some((weight) => /^q=0(\.0*)?$/.test(weight));
}
