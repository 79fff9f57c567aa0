// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { renderEditor } from './testing/render-editor';
import { useTypesByName } from './types-by-name';

function Names() {
  const labels = useTypesByName('labels');
  return <p>{labels.map(({ name }) => name).join(', ')}</p>;
}

const label = (name: string): Op => ({ op: 'create_label', label: name, properties: {} });

test('labels stand by name, numbers by their value, and a renamed one where its new name belongs', () => {
  const { show } = renderEditor(<Names />, ['Person', 'city', 'Level 10', 'Level 9', 'Ärztin'].map(label));
  expect(screen.getByText('Ärztin, city, Level 9, Level 10, Person')).toBeDefined();
  show({ op: 'rename_type', on: 'node', of: 'Person', to: 'Being' });
  expect(screen.getByText('Ärztin, Being, city, Level 9, Level 10')).toBeDefined();
});
