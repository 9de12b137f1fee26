/** 台账里的其他写法: what was said of rows of ledgers and a hazard. */
export const ledgerAnswers = {
  title: '台账里的其他写法',
  lead: '有人看过这些台账的行，说定了是不是这一条、要不要按台账改。后来的台账再这样写，就不再问。',
  kinds: { same: '是同一条', apart: '是另一条', kept: '保留系统里的' },
  text: '台账写的',
  kept: '没有采用',
  said: '认定',
  act: '撤回',
  actOf: '撤回对 {{file}} 第 {{row}} 行的认定',
  ask: '撤回对 {{file}} 第 {{row}} 行的认定？',
  note: '撤回以后，后来的台账再这样写，会重新问。已经导入的内容不会改回去。',
  done: '已撤回。后来的台账再这样写，会重新问',
};
