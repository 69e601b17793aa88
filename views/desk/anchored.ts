import type { Form } from '../../contracts/form.ts';
import { elementOfKey } from '../../domain/gaps/field-key.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';

/**
 * A form with what the levels of elements mean, as the company says now: an element is asked about in the forms of many posts,
 * so that none of them holds it.
 */
export function anchored(form: Form, { anchors }: Pick<OrganisationState, 'anchors'>): Form {
  const fields = form.fields.map((field) => {
    const element = field.kind === 'score' && !field.anchors ? elementOfKey(field.key) : null;
    const known = element === null ? undefined : anchors.get(element)?.anchors;
    return known?.length ? { ...field, anchors: [...known] } : field;
  });
  return { ...form, fields };
}
