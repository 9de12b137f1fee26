/** A start that cannot go on. The message is a Chinese sentence for the operator. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
