import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import type { AssessmentSchemeHead, Finding } from '../queries.ts';
import { useScheme } from '../use-run.ts';
import type { SchemeWords } from '../words.ts';
import type { ProposedFinding } from './propose-finding.tsx';
import { rulesOf, schemeInForce } from './scheme-in-force.ts';

type Kind = Finding['kind'];
type RuleFieldProps = { readonly heads: readonly AssessmentSchemeHead[] };

/** The rule and, of bonuses and maluses, the matter: once the kind has been chosen. */
export function RuleField({ heads }: RuleFieldProps) {
  const kind = Form.useWatch('kind', Form.useFormInstance<ProposedFinding>());
  if (kind === undefined) return null;
  return (
    <>
      <RuleChoice heads={heads} kind={kind} />
      {isCounted(kind) && <MatterField />}
    </>
  );
}

function isCounted(kind: Kind): boolean {
  return kind === 'bonus' || kind === 'malus';
}

/** The rules that the scheme in force on the day has for this kind, in its words. */
function RuleChoice({ heads, kind }: RuleFieldProps & { readonly kind: Kind }) {
  const { t } = useTranslation('assessments');
  const form = Form.useFormInstance<ProposedFinding>();
  const [code, on] = [Form.useWatch('schemeCode', form), Form.useWatch('on', form)];
  const { scheme, words } = useScheme(schemeInForce(heads, code ?? '', on ?? ''));
  const ofIndicator = isOfIndicator(kind);
  const rules = scheme === null ? null : rulesOf(scheme, kind);
  return (
    <Form.Item
      name="rule"
      label={t(ofIndicator ? 'desk.findings.indicator' : 'desk.findings.rule')}
      extra={rules?.length === 0 ? t('desk.findings.ruleNone') : undefined}
      rules={[{ required: true, message: t('desk.findings.ruleEmpty') }]}
    >
      <Select options={optionsOf(rules ?? [], { kind, words })} />
    </Form.Item>
  );
}

function isOfIndicator(kind: Kind): boolean {
  return kind === 'given' || kind === 'correction';
}

/** Clauses and indicators are known by their codes too; rules of points are not. */
function optionsOf(rules: readonly string[], { kind, words }: { readonly kind: Kind; readonly words: SchemeWords }) {
  const name = isOfIndicator(kind) ? words.indicator : words.rule;
  return rules.map((value) => ({ value, label: isCounted(kind) ? name(value) : `${value} ${name(value)}` }));
}

function MatterField() {
  const { t } = useTranslation('assessments');
  return (
    <Form.Item
      name="matter"
      label={t('desk.findings.matter')}
      extra={t('desk.findings.matterHint')}
      rules={[{ required: true, whitespace: true, message: t('desk.findings.matterEmpty') }]}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}
