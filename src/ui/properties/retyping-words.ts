/** What becomes of the values of a property that gets another type, as a question's first sentence. */

import type { Misfit } from '../../commands/retype-elements';
import { examplesOf, type Retyping } from '../../commands/type-effects';
import { formatList } from '../../i18n/formats';
import { t } from '../../i18n/i18n';
import { yesNo } from '../../i18n/yes-no';
import { isolated } from '../../kit/bidi';
import { formatValue } from '../../kit/format-value';
import type { PropertyType, PropertyValue } from '../../shared/graph/values';

/** Characters of a value that a sentence has room for. */
const LONGEST = 40;

/** @param from the type that the values have; undefined when nothing is lost, and nothing need be asked */
export function retypingWords({ values, lost, examples, shortened }: Retyping, from: PropertyType): string | undefined {
  const sentences = [
    ...(lost > 0 ? [t('types:misfits', { count: values, lost, examples: exampleWords(examples, lost, from) })] : []),
    ...(shortened > 0 ? [t('types:shortened', { count: shortened })] : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** What does not fit the property of that name of the label or edge type `of`. */
export function misfitWords({ property, type, values }: Misfit, of: string): string {
  return t('elements:misfit', {
    count: values.length,
    property: isolated(property),
    of: isolated(of),
    type: t(`inspector:types.${type}`),
    // Of what type they were is not the same for all; text says what they are.
    examples: exampleWords(examplesOf(values), values.length, 'STRING'),
  });
}

function exampleWords(examples: readonly PropertyValue[], lost: number, type: PropertyType): string {
  const list = formatList(examples.map((value) => t('types:example', { value: isolated(shown(type, value)) })));
  const more = lost - examples.length;
  return more > 0 ? t('types:andMore', { list, count: more }) : list;
}

function shown(type: PropertyType, value: PropertyValue): string {
  const characters = Array.from(formatValue(type, value, yesNo));
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`;
}
