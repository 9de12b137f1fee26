/** 直接经济损失 (GB 6721-2025), each part in 分. */
export type Losses = {
  /** 人身伤亡 */
  readonly ed1: number;
  /** 财产 */
  readonly ed2: number;
  /** 企业支付的应急救援 */
  readonly ed3: number;
  /** 现场清理 */
  readonly ed4: number;
  /** 亲属交通食宿 */
  readonly ed5: number;
};

export const lossParts = ['ed1', 'ed2', 'ed3', 'ed4', 'ed5'] as const satisfies readonly (keyof Losses)[];

/** Ed, in 分. */
export function totalLoss(losses: Losses): number {
  return lossParts.reduce((sum, part) => sum + losses[part], 0);
}
