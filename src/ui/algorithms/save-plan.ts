/** What an algorithm found, made into values of a property of the nodes. */
import { nameWords } from '../../commands/name-words';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { ElementType } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import type { PropertyType } from '../../shared/graph/values';
import type { EditorState } from '../../store/editor-store';
import type { Measure } from '../../store/measure';
import type { NodeRow } from '../../store/rows';
import { isWhole } from './task-of';

export type SavePlan =
  | {
      /** Empty when all nodes have it already. */
      readonly ops: readonly Op[];
      /** Whose value changes. */
      readonly nodes: number;
    }
  /** Why it cannot be, for people. */
  | { readonly problem: string };

/** The type that the property is to have. */
export function savedType({ setting }: Measure): PropertyType {
  return isWhole(setting) ? 'INT64' : 'DOUBLE';
}

/** @param name of the property, as it was typed and tidied */
export function planSave(
  measure: Measure,
  name: string,
  { nodes, labels }: Pick<EditorState, 'nodes' | 'labels'>,
): SavePlan {
  const wrong = nameWords(name);
  if (wrong !== undefined) return { problem: wrong };
  const type = savedType(measure);
  const rows = [...measure.values.keys()].flatMap((id) => nodes.get(id) ?? []);
  const concerned = [...new Set(rows.map(({ label }) => label))].flatMap((label) => labels.get(foldName(label)) ?? []);
  const adds: Op[] = [];
  /** The property as each label spells it. */
  const keys = new Map<string, string>();
  for (const label of concerned) {
    const there = label.properties.get(foldName(name));
    keys.set(label.name, there?.name ?? name);
    if (there === undefined) adds.push({ op: 'add_property', on: 'node', of: label.name, key: name, type });
    else if (!canHold(there.type, type)) return { problem: otherTypeWords(label, there.name, there.type) };
  }
  const sets = rows.flatMap((row) => setOp(row, keys.get(row.label), measure.values.get(row.id)) ?? []);
  return { ops: [...adds, ...sets], nodes: sets.length };
}

function canHold(there: PropertyType, wanted: PropertyType): boolean {
  return there === wanted || (there === 'DOUBLE' && wanted === 'INT64');
}

function setOp({ id, properties }: NodeRow, key: string | undefined, value: number | undefined): Op | undefined {
  if (key === undefined || value === undefined || properties[key] === value) return undefined;
  return { op: 'set_property', on: 'node', id, key, value };
}

function otherTypeWords({ name: label }: ElementType, name: string, type: PropertyType): string {
  const words = t(`inspector:types.${type}`);
  return t('algorithms:otherType', { label: isolated(label), name: isolated(name), type: words });
}
