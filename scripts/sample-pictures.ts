/**
 * Draws the samples as small pictures for the first page: `npx tsx scripts/sample-pictures.ts`. To be run again when a
 * sample's data changes. The colours are the labels' own and the rest is transparent, so one picture serves light and dark.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Sample, sampleSchema } from '../server/samples/sample';
import { must } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { Graph } from '../src/shared/graph/graph';
import type { Position } from '../src/shared/graph/model';
import { foldName } from '../src/shared/graph/names';

/** Pixels of the picture, and of the free border within. */
const [WIDTH, HEIGHT, BORDER] = [640, 360, 20];
/** A node card in canvas units. */
const CARD = { width: 200, height: 64 };

function pictureOf(sample: Sample): string {
  const graph = new Graph();
  for (const ops of sample.patches) applyPatch(graph, ops);
  const nodes = [...graph.entries('node')].map(([, node]) => node);
  const [xs, ys] = [nodes.map((node) => node.position.x), nodes.map((node) => node.position.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left + CARD.width, Math.max(...ys) - top + CARD.height];
  const scale = Math.min((WIDTH - 2 * BORDER) / width, (HEIGHT - 2 * BORDER) / height);
  const at = ({ x, y }: Position) => ({
    x: Math.round((x - left - width / 2) * scale + WIDTH / 2),
    y: Math.round((y - top - height / 2) * scale + HEIGHT / 2),
  });
  const card = { width: Math.round(CARD.width * scale), height: Math.max(4, Math.round(CARD.height * scale)) };

  const lines = [...graph.entries('edge')].map(([, edge]) => {
    const [from, to] = [edge.source, edge.target].map((id) => at(must(graph.get('node', id), id).position));
    return from && to
      ? `M${from.x + card.width / 2} ${from.y + card.height / 2}L${to.x + card.width / 2} ${to.y + card.height / 2}`
      : '';
  });
  const byColor = new Map<string, string[]>();
  for (const node of nodes) {
    const color = must(graph.get('label', foldName(node.label))?.style.color, `the colour of ${node.label}`);
    const { x, y } = at(node.position);
    byColor.set(color, [...(byColor.get(color) ?? []), `M${x} ${y}h${card.width}v${card.height}h-${card.width}z`]);
  }
  const cards = [...byColor].map(([color, paths]) => `<path fill="${color}" d="${paths.join('')}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title>${sample.title}</title>`,
    `<path stroke="#8b8f95" stroke-opacity=".28" stroke-width=".7" fill="none" d="${lines.join('')}"/>`,
    ...cards,
    '</svg>\n',
  ].join('\n');
}

const project = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${project}/public/samples`, { recursive: true });
for (const id of ['world', 'les-miserables']) {
  const sample = sampleSchema.parse(JSON.parse(readFileSync(`${project}/server/samples/data/${id}.json`, 'utf8')));
  writeFileSync(`${project}/public/samples/${id}.svg`, pictureOf(sample));
}
