/** The bundle runs in plain Node, the package's main file does not; its types are the same. */
declare module "adaptivecards/dist/adaptivecards.js" {
  export * from "adaptivecards";
}
