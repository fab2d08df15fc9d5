declare module "virtual:examples" {
  const examples: import("./examples").Example[];
  export default examples;
}

declare module "*?worker" {
  const make: new () => Worker;
  export default make;
}
