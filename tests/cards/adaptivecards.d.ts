/** The file that Node can load, whose names are all on its default export. */
declare module "adaptivecards/dist/adaptivecards.js" {
  import * as adaptiveCards from "adaptivecards";
  export default adaptiveCards;
}
