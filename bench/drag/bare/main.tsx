/** React Flow as its quick start has it, with a node of its own: a card with a name. */
import { createRoot } from 'react-dom/client';
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
} from 'reactflow';
import 'reactflow/dist/style.css';
import { must } from '../../../src/shared/assert';
import './bare.css';
import type { Scene } from './scene';

type CardNode = Node<{ readonly name: string }, 'card'>;

function Card({ data }: NodeProps<CardNode>) {
  return (
    <div className="card">
      {data.name}
      <Handle type="target" position={Position.Top} />
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
}

const nodeTypes = { card: Card };

function Flow({ scene }: { scene: Scene }) {
  const [nodes, , onNodesChange] = useNodesState<CardNode>(
    scene.nodes.map(({ name, ...node }) => ({ ...node, type: 'card', data: { name } })),
  );
  const [edges, , onEdgesChange] = useEdgesState<Edge>(
    scene.edges.map((edge) => ({ ...edge, type: 'straight', markerEnd: { type: MarkerType.ArrowClosed } })),
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      defaultViewport={scene.viewport}
      minZoom={0.03}
    >
      <Background />
      <Controls />
    </ReactFlow>
  );
}

const scene = must(window.scene, 'what to show');
const root = must(document.getElementById('root'), 'the root element');
const { x, y, width, height } = scene.box;
Object.assign(root.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
createRoot(root).render(<Flow scene={scene} />);
