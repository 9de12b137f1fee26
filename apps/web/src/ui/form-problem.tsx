import { Alert, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { type FieldPath, fieldProblemsOf } from './problem-fields.ts';
import { sentenceOf } from './sentence-of.ts';

type FormProblemProps = {
  readonly form: FormInstance;
  /** The error of the mutation; null or undefined when there is none. */
  readonly error: unknown;
};

/**
 * Puts the sentences of a refusal beside the fields they name and everything else above the form.
 * Stands inside the form; nothing that was typed is touched.
 */
export function FormProblem({ form, error }: FormProblemProps) {
  const { t } = useTranslation('shell');
  const problems = fieldProblemsOf(error);
  const homeless = problems.filter(({ name }) => !standsIn(form, name));

  useEffect(() => {
    const named = fieldProblemsOf(error).filter(({ name }) => standsIn(form, name));
    const [first] = named;
    if (first === undefined) return;
    form.setFields(named);
    form.scrollToField(first.name, { block: 'center', focus: true });
  }, [form, error]);

  if (error === null || error === undefined) return null;
  return (
    <Alert
      className="form-problem"
      type="error"
      showIcon
      title={problems.length > homeless.length ? t('errors.fields', { count: problems.length }) : sentenceOf(error)}
      description={homeless.length === 0 ? undefined : homeless.flatMap(({ errors }) => errors).join('；')}
    />
  );
}

/** Whether the form has a field of this name, whatever control it is filled in with. */
function standsIn(form: FormInstance, name: FieldPath): boolean {
  return form.getFieldsError().some((field) => field.name.join('/') === name.join('/'));
}
