// The JSON of Tiled's maps, as far as the client reads it.

export interface TiledProperty {
  name: string;
  value: unknown;
}

export interface TiledPoint {
  x: number;
  y: number;
}

export interface TiledObject {
  name?: string;
  type?: string;
  class?: string;
  x: number;
  y: number;
  width?: number;
  height?: number;
  /** Degrees, clockwise about (x, y). */
  rotation?: number;
  ellipse?: boolean;
  point?: boolean;
  polygon?: TiledPoint[];
  polyline?: TiledPoint[];
  text?: unknown;
  gid?: number;
  properties?: TiledProperty[];
}

export interface TiledTile {
  id: number;
  type?: string;
  class?: string;
  imagewidth?: number;
  imageheight?: number;
  properties?: TiledProperty[];
  /** The shapes of the Tile Collision Editor. */
  objectgroup?: { objects?: TiledObject[] };
}

export interface TiledSet {
  firstgid: number;
  tilewidth?: number;
  tileheight?: number;
  tileoffset?: TiledPoint;
  tiles?: TiledTile[];
}

export interface TiledLayer {
  name: string;
  type: string;
  data?: number[] | string;
  encoding?: string;
  compression?: string;
  objects?: TiledObject[];
  /** Of a group. */
  layers?: TiledLayer[];
}

export interface TiledMap {
  width: number;
  height: number;
  tilewidth: number;
  tileheight?: number;
  layers: TiledLayer[];
  tilesets: TiledSet[];
}
