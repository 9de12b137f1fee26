import type { GradingMethod, ScaleBody } from './scale.ts';

const lec: ScaleBody = {
  likelihood: [
    { value: '10', label: '完全可以预料' },
    { value: '6', label: '相当可能' },
    { value: '3', label: '可能，但不经常' },
    { value: '1', label: '可能性小，完全意外' },
    { value: '0.5', label: '很不可能，可以设想' },
    { value: '0.2', label: '极不可能' },
    { value: '0.1', label: '实际不可能' },
  ],
  exposure: [
    { value: '10', label: '连续暴露' },
    { value: '6', label: '每天工作时间内暴露' },
    { value: '3', label: '每周一次或偶然暴露' },
    { value: '2', label: '每月一次暴露' },
    { value: '1', label: '每年几次暴露' },
    { value: '0.5', label: '非常罕见地暴露' },
  ],
  consequence: [
    { value: '100', label: '大灾难，许多人死亡' },
    { value: '40', label: '灾难，数人死亡' },
    { value: '15', label: '非常严重，一人死亡' },
    { value: '7', label: '严重，重伤' },
    { value: '3', label: '重大，致残' },
    { value: '1', label: '引人注目，需要救护' },
  ],
  bands: [
    { over: '320', level: 'major', label: '极其危险，不能继续作业' },
    { over: '160', level: 'larger', label: '高度危险，要立即整改' },
    { over: '70', level: 'general', label: '显著危险，需要整改' },
    { over: '20', level: 'low', label: '一般危险，需要注意' },
    { over: '0', level: 'low', label: '稍有危险，可以接受' },
  ],
  boundary: 'lower',
};

/** Scores of LS are whole, so 20–25, 15–16, 9–12 and 1–8 tile when each class begins above the one before. */
const ls: ScaleBody = {
  likelihood: [
    { value: '5', label: '经常发生' },
    { value: '4', label: '很可能发生' },
    { value: '3', label: '可能发生' },
    { value: '2', label: '不太可能发生' },
    { value: '1', label: '极不可能发生' },
  ],
  exposure: [],
  consequence: [
    { value: '5', label: '3人及以上死亡' },
    { value: '4', label: '1–2人死亡' },
    { value: '3', label: '重伤、截肢、职业病' },
    { value: '2', label: '轻微受伤' },
    { value: '1', label: '无伤亡，损失极小' },
  ],
  bands: [
    { over: '16', level: 'major', label: '重大风险' },
    { over: '12', level: 'larger', label: '较大风险' },
    { over: '8', level: 'general', label: '一般风险' },
    { over: '3', level: 'low', label: '轻度危险' },
    { over: '0', level: 'low', label: '稍有危险' },
  ],
  boundary: 'lower',
};

/** What the product ships: the published LEC table, and the matrix of DB37/T 2882. A group may set its own beside them. */
export const defaultScales: Readonly<Record<GradingMethod, ScaleBody>> = { lec, ls };
