"""The told facts as typed symbols. Written by `python -m rechtop.rights.facts.write_symbols`; do not edit by hand."""

from __future__ import annotations

from rechtop.rights.language.people import (
    Entity,
    HouseholdBase,
    PersonBase,
    Status,
    ToldChoice,
    ToldCode,
    ToldDate,
    ToldNumber,
    ToldTruth,
)


class Person(PersonBase):
    """One human being of the household, or one who counts for it."""

    __slots__ = ()

    @property
    def birth_date(self) -> ToldDate:
        """What is your date of birth?"""
        return self.told("birth_date")  # type: ignore[no-any-return]

    @property
    def marital_status(self) -> ToldChoice:
        """Are you married, in legal cohabitation, divorced, widowed or unmarried?"""
        return self.told("marital_status")  # type: ignore[no-any-return]

    @property
    def nationality(self) -> ToldChoice:
        """What is your nationality?"""
        return self.told("nationality")  # type: ignore[no-any-return]

    @property
    def residence_right(self) -> ToldChoice:
        """Which residence card or document do you have?"""
        return self.told("residence_right")  # type: ignore[no-any-return]

    @property
    def register(self) -> ToldChoice:
        """In which register of the municipality are you listed?"""
        return self.told("register")  # type: ignore[no-any-return]

    @property
    def lives_in_belgium(self) -> ToldTruth:
        """Do you really live in Belgium most of the time, even without a fixed address?"""
        return self.told("lives_in_belgium")  # type: ignore[no-any-return]

    @property
    def domicile_kind(self) -> ToldChoice:
        """Where are you officially registered: here, elsewhere, at a reference address, or nowhere?"""
        return self.told("domicile_kind")  # type: ignore[no-any-return]

    @property
    def domicile_municipality(self) -> ToldCode:
        """In which municipality are you registered?"""
        return self.told("domicile_municipality")  # type: ignore[no-any-return]

    @property
    def usual_municipality(self) -> ToldCode:
        """In which municipality do you stay or sleep most often?"""
        return self.told("usual_municipality")  # type: ignore[no-any-return]

    @property
    def flemish_residence_since(self) -> ToldDate:
        """Since when have you lived in Flanders or Brussels without a break?"""
        return self.told("flemish_residence_since")  # type: ignore[no-any-return]

    @property
    def eu_insured_last_5_years(self) -> ToldTruth:
        """In the last five years, were you socially insured in Belgium or elsewhere in Europe?"""
        return self.told("eu_insured_last_5_years")  # type: ignore[no-any-return]

    @property
    def days_abroad_this_year(self) -> ToldNumber:
        """How many days have you been abroad this year?"""
        return self.told("days_abroad_this_year")  # type: ignore[no-any-return]

    @property
    def expected_birth_date(self) -> ToldDate:
        """Are you pregnant? When is the baby due?"""
        return self.told("expected_birth_date")  # type: ignore[no-any-return]

    @property
    def unaccompanied_minor(self) -> ToldTruth:
        """Are you under 18 and did you arrive here without a parent or guardian?"""
        return self.told("unaccompanied_minor")  # type: ignore[no-any-return]

    @property
    def guarantor_signed(self) -> ToldTruth:
        """Did someone officially undertake to bear your costs (undertaking)?"""
        return self.told("guarantor_signed")  # type: ignore[no-any-return]

    @property
    def has_fedasil_reception(self) -> Status:
        """Do you have a reception place from Fedasil, the Red Cross or a local initiative?"""
        return self.told("has_fedasil_reception")  # type: ignore[no-any-return]

    @property
    def lives_here(self) -> ToldChoice:
        """Do you live here always, part of the time, or not?"""
        return self.told("lives_here")  # type: ignore[no-any-return]

    def kinship(self, other: Person) -> ToldChoice:
        """How is this person related to you?"""
        return self.told("kinship", other)  # type: ignore[no-any-return]

    def sharing(self, other: Person) -> ToldChoice:
        """Do you and this person share the household, only the housing costs, or nothing?"""
        return self.told("sharing", other)  # type: ignore[no-any-return]

    def can_show_no_joint_household(self, other: Person) -> ToldTruth:
        """Can you show that you two are not one household, for example with separate leases?"""
        return self.told("can_show_no_joint_household", other)  # type: ignore[no-any-return]

    def opponent_in_case(self, other: Person) -> ToldTruth:
        """Is this person your opponent in the conflict?"""
        return self.told("opponent_in_case", other)  # type: ignore[no-any-return]

    @property
    def health_fund_role(self) -> ToldChoice:
        """At the health fund, are you a member yourself, someone's dependant, or neither?"""
        return self.told("health_fund_role")  # type: ignore[no-any-return]

    def health_fund_dependant_of(self, other: Person) -> ToldTruth:
        """Is this person your dependant at the health fund?"""
        return self.told("health_fund_dependant_of", other)  # type: ignore[no-any-return]

    def tax_dependant_of(self, other: Person, year: int) -> ToldTruth:
        """Is this person your dependant for tax (on your tax return)?"""
        return self.told("tax_dependant_of", other, year=year)  # type: ignore[no-any-return]

    def nights_per_14_days(self, other: Person) -> ToldNumber:
        """Out of fourteen nights, how many does the child sleep at your place?"""
        return self.told("nights_per_14_days", other)  # type: ignore[no-any-return]

    def gets_child_benefit_for(self, other: Person) -> ToldTruth:
        """Do you receive the child benefit for this child?"""
        return self.told("gets_child_benefit_for", other)  # type: ignore[no-any-return]

    @property
    def child_benefit_month(self) -> ToldNumber:
        """How much child benefit per month for this child, without care, orphan or foster supplements?"""
        return self.told("child_benefit_month")  # type: ignore[no-any-return]

    @property
    def child_old_rank(self) -> ToldChoice:
        """Is the old basic amount for this child the lowest, the middle or the highest?"""
        return self.told("child_old_rank")  # type: ignore[no-any-return]

    @property
    def child_old_supplement(self) -> ToldChoice:
        """Which old supplement for this child is in the payer's letter?"""
        return self.told("child_old_supplement")  # type: ignore[no-any-return]

    @property
    def child_placement(self) -> ToldChoice:
        """Does the child stay with a foster family or in a facility?"""
        return self.told("child_placement")  # type: ignore[no-any-return]

    @property
    def deceased_parents(self) -> ToldNumber:
        """How many of your parents have died?"""
        return self.told("deceased_parents")  # type: ignore[no-any-return]

    @property
    def parents_can_support(self) -> ToldChoice:
        """Can your parents support you with money? Are you still in contact?"""
        return self.told("parents_can_support")  # type: ignore[no-any-return]

    def maintenance_paid_month(self, other: Person) -> ToldNumber:
        """How much maintenance do you really pay per month for this person?"""
        return self.told("maintenance_paid_month", other)  # type: ignore[no-any-return]

    def maintenance_in_title_month(self, other: Person) -> ToldNumber:
        """Which monthly maintenance is laid down in a judgment or deed?"""
        return self.told("maintenance_in_title_month", other)  # type: ignore[no-any-return]

    @property
    def has_groeipakket(self) -> Status:
        """Does anyone get child benefit for this child?"""
        return self.told("has_groeipakket")  # type: ignore[no-any-return]

    @property
    def has_startbedrag(self) -> Status:
        """Did anyone get a birth grant for this child already?"""
        return self.told("has_startbedrag")  # type: ignore[no-any-return]

    @property
    def has_zorgtoeslag(self) -> Status:
        """Does the child get the care supplement?"""
        return self.told("has_zorgtoeslag")  # type: ignore[no-any-return]

    @property
    def residence_set_by_court(self) -> ToldTruth:
        """Did a judge decide or confirm with which parent the child lives?"""
        return self.told("residence_set_by_court")  # type: ignore[no-any-return]

    @property
    def sleeping_place(self) -> ToldChoice:
        """Where do you mostly sleep at the moment?"""
        return self.told("sleeping_place")  # type: ignore[no-any-return]

    @property
    def unsafe_at_home(self) -> ToldTruth:
        """Is there somebody at home you are afraid of?"""
        return self.told("unsafe_at_home")  # type: ignore[no-any-return]

    @property
    def stays_in(self) -> ToldChoice:
        """Are you at home, or in a hospital, nursing home, another facility or prison?"""
        return self.told("stays_in")  # type: ignore[no-any-return]

    def on_rent_contract(self, other: Dwelling) -> ToldTruth:
        """Are you named on the rent contract?"""
        return self.told("on_rent_contract", other)  # type: ignore[no-any-return]

    @property
    def has_vgw_policy(self) -> Status:
        """Did you ask for the free insurance 'gewaarborgd wonen' with your home loan?"""
        return self.told("has_vgw_policy")  # type: ignore[no-any-return]

    @property
    def has_installation_premium(self) -> Status:
        """Did you ever get an installation premium from an OCMW?"""
        return self.told("has_installation_premium")  # type: ignore[no-any-return]

    @property
    def main_activity(self) -> ToldChoice:
        """What do you mainly do: work, look for work, study, ill, retired, or at home?"""
        return self.told("main_activity")  # type: ignore[no-any-return]

    @property
    def job_in_shortage_list(self) -> ToldTruth:
        """Do you have a VDAB certificate that your job is a shortage occupation?"""
        return self.told("job_in_shortage_list")  # type: ignore[no-any-return]

    @property
    def able_to_work(self) -> ToldChoice:
        """Does your health let you work: full time, part time, or not now?"""
        return self.told("able_to_work")  # type: ignore[no-any-return]

    @property
    def ready_to_work(self) -> ToldChoice:
        """Do you want to work or look for work? If not, what stands in the way?"""
        return self.told("ready_to_work")  # type: ignore[no-any-return]

    @property
    def accepts_guidance_plan(self) -> ToldTruth:
        """Are you willing to work on a plan to improve your situation?"""
        return self.told("accepts_guidance_plan")  # type: ignore[no-any-return]

    @property
    def incapacity_since(self) -> ToldDate:
        """Since when have you been unable to work because of illness?"""
        return self.told("incapacity_since")  # type: ignore[no-any-return]

    @property
    def ordinary_work_hours_month(self) -> ToldNumber:
        """How many hours per month do you work under an ordinary contract?"""
        return self.told("ordinary_work_hours_month")  # type: ignore[no-any-return]

    def student_job_hours_year(self, year: int) -> ToldNumber:
        """How many hours do you work as a student worker in that year?"""
        return self.told("student_job_hours_year", year=year)  # type: ignore[no-any-return]

    @property
    def has_own_income(self) -> ToldTruth:
        """Do you have any income of your own, however small?"""
        return self.told("has_own_income")  # type: ignore[no-any-return]

    @property
    def wage_net_month(self) -> ToldNumber:
        """How much net pay reaches your account each month?"""
        return self.told("wage_net_month")  # type: ignore[no-any-return]

    @property
    def meal_and_eco_vouchers_month(self) -> ToldNumber:
        """How much do you get per month in meal and eco vouchers?"""
        return self.told("meal_and_eco_vouchers_month")  # type: ignore[no-any-return]

    @property
    def wage_extras_net_year(self) -> ToldNumber:
        """How much holiday pay and year-end bonus do you get net per year?"""
        return self.told("wage_extras_net_year")  # type: ignore[no-any-return]

    @property
    def wage_gross_month(self) -> ToldNumber:
        """How much do you earn gross per month, now or in your last job?"""
        return self.told("wage_gross_month")  # type: ignore[no-any-return]

    @property
    def wage_taxable_month(self) -> ToldNumber:
        """What is the taxable wage per month on your payslip?"""
        return self.told("wage_taxable_month")  # type: ignore[no-any-return]

    @property
    def wage_extras_taxable_year(self) -> ToldNumber:
        """How much holiday pay and premiums do you get per year (taxable amount)?"""
        return self.told("wage_extras_taxable_year")  # type: ignore[no-any-return]

    @property
    def self_employed_net_year(self) -> ToldNumber:
        """As self-employed, what is left this year after costs and social contributions?"""
        return self.told("self_employed_net_year")  # type: ignore[no-any-return]

    @property
    def artistic_income_year(self) -> ToldNumber:
        """Do you earn anything as an artist, from single jobs? How much per year?"""
        return self.told("artistic_income_year")  # type: ignore[no-any-return]

    @property
    def pension_net_month(self) -> ToldNumber:
        """How much net pension do you get per month, all pensions together?"""
        return self.told("pension_net_month")  # type: ignore[no-any-return]

    @property
    def pension_gross_month(self) -> ToldNumber:
        """What do all your pensions come to, gross, per month?"""
        return self.told("pension_gross_month")  # type: ignore[no-any-return]

    @property
    def gifts_month(self) -> ToldNumber:
        """How much money do you get from family or friends every month?"""
        return self.told("gifts_month")  # type: ignore[no-any-return]

    @property
    def third_party_pays_housing_month(self) -> ToldNumber:
        """How much of your housing costs does someone living elsewhere pay, per month?"""
        return self.told("third_party_pays_housing_month")  # type: ignore[no-any-return]

    @property
    def income_changed_on(self) -> ToldDate:
        """Has your income changed a lot in recent years? Since when?"""
        return self.told("income_changed_on")  # type: ignore[no-any-return]

    @property
    def benefits_net_month(self) -> ToldNumber:
        """How much benefit do you get net per month, all benefits together?"""
        return self.told("benefits_net_month")  # type: ignore[no-any-return]

    @property
    def benefits_gross_month(self) -> ToldNumber:
        """What do your benefits come to, gross, per month?"""
        return self.told("benefits_gross_month")  # type: ignore[no-any-return]

    @property
    def has_leefloon(self) -> Status:
        """Do you get a leefloon from the OCMW?"""
        return self.told("has_leefloon")  # type: ignore[no-any-return]

    @property
    def has_equivalent_leefloon(self) -> Status:
        """Do you get OCMW support as high as a leefloon (equivalent leefloon)?"""
        return self.told("has_equivalent_leefloon")  # type: ignore[no-any-return]

    @property
    def has_other_refunded_ocmw_aid(self) -> Status:
        """Do you get an OCMW advance on IGO or disability, or other refunded aid?"""
        return self.told("has_other_refunded_ocmw_aid")  # type: ignore[no-any-return]

    @property
    def has_igo(self) -> Status:
        """Do you get IGO or the old guaranteed income for older people?"""
        return self.told("has_igo")  # type: ignore[no-any-return]

    @property
    def has_ivt(self) -> Status:
        """Do you get an income-replacing allowance (IVT) from the FOD?"""
        return self.told("has_ivt")  # type: ignore[no-any-return]

    @property
    def has_it(self) -> Status:
        """Do you get an integration allowance (IT) from the FOD?"""
        return self.told("has_it")  # type: ignore[no-any-return]

    @property
    def has_old_federal_allowance(self) -> Status:
        """Do you still get an old FOD allowance, such as help from another person?"""
        return self.told("has_old_federal_allowance")  # type: ignore[no-any-return]

    @property
    def has_sickness_benefit(self) -> Status:
        """Do you get a sickness or invalidity benefit from the health fund?"""
        return self.told("has_sickness_benefit")  # type: ignore[no-any-return]

    @property
    def has_hulp_van_derden(self) -> Status:
        """Does the health fund recognise, with your benefit, that you need somebody else's help?"""
        return self.told("has_hulp_van_derden")  # type: ignore[no-any-return]

    @property
    def has_unemployment_benefit(self) -> Status:
        """Do you get an unemployment or insertion benefit?"""
        return self.told("has_unemployment_benefit")  # type: ignore[no-any-return]

    @property
    def has_pension(self) -> Status:
        """Do you get a pension, even a small one or from abroad?"""
        return self.told("has_pension")  # type: ignore[no-any-return]

    def own_share_health_year(self, year: int) -> ToldNumber:
        """How much own share did you pay that year to doctors, pharmacy and hospital?"""
        return self.told("own_share_health_year", year=year)  # type: ignore[no-any-return]

    @property
    def has_csr(self) -> Status:
        """Are you in a collective debt settlement?"""
        return self.told("has_csr")  # type: ignore[no-any-return]

    @property
    def has_debt_mediation(self) -> Status:
        """Does a recognised service help you with a payment plan (debt mediation)?"""
        return self.told("has_debt_mediation")  # type: ignore[no-any-return]

    @property
    def long_illness_or_disability(self) -> ToldTruth:
        """Do you have an illness or disability that lasts long or will last?"""
        return self.told("long_illness_or_disability")  # type: ignore[no-any-return]

    @property
    def self_reliance_estimate(self) -> ToldNumber:
        """How hard are these six things for you? Give each 0 to 3 points."""
        return self.told("self_reliance_estimate")  # type: ignore[no-any-return]

    @property
    def self_reliance_points_fod(self) -> ToldNumber:
        """How many self-reliance points are on your decision of the FOD?"""
        return self.told("self_reliance_points_fod")  # type: ignore[no-any-return]

    @property
    def earning_capacity_one_third(self) -> ToldChoice:
        """Has the FOD recognised that you can earn one third or less?"""
        return self.told("earning_capacity_one_third")  # type: ignore[no-any-return]

    @property
    def permanent_invalidity_percent(self) -> ToldNumber:
        """What percentage of permanent invalidity is on your certificate?"""
        return self.told("permanent_invalidity_percent")  # type: ignore[no-any-return]

    @property
    def road_tax_ground(self) -> ToldChoice:
        """What does your certificate say: fully blind, arms paralysed, 50 per cent of the legs, war invalid?"""
        return self.told("road_tax_ground")  # type: ignore[no-any-return]

    @property
    def child_points_pillar1(self) -> ToldNumber:
        """How many points did the child get in pillar 1?"""
        return self.told("child_points_pillar1")  # type: ignore[no-any-return]

    @property
    def child_points_total(self) -> ToldNumber:
        """How many points did the child get in all, over the three pillars?"""
        return self.told("child_points_total")  # type: ignore[no-any-return]

    @property
    def belrai_total(self) -> ToldNumber:
        """What was the total score of your BelRAI Screener?"""
        return self.told("belrai_total")  # type: ignore[no-any-return]

    @property
    def belrai_iadl_adl_hierarchical(self) -> ToldNumber:
        """What was your BelRAI score on the functional-hierarchical scale (IADL-ADL)?"""
        return self.told("belrai_iadl_adl_hierarchical")  # type: ignore[no-any-return]

    @property
    def belrai_cog_psy_behaviour_sum(self) -> ToldNumber:
        """What was your BelRAI score for memory, mental health and behaviour together?"""
        return self.told("belrai_cog_psy_behaviour_sum")  # type: ignore[no-any-return]

    @property
    def zorgkas_member(self) -> ToldTruth:
        """Are you a member of a Flemish care fund (usually through your health fund)?"""
        return self.told("zorgkas_member")  # type: ignore[no-any-return]

    @property
    def has_zorgbudget_ouderen(self) -> Status:
        """Do you get the care budget for older people with care needs?"""
        return self.told("has_zorgbudget_ouderen")  # type: ignore[no-any-return]

    @property
    def has_vt(self) -> Status:
        """Do you have the increased reimbursement of the health fund?"""
        return self.told("has_vt")  # type: ignore[no-any-return]

    @property
    def has_chronic_status(self) -> Status:
        """Do you have the chronic condition status of the health fund?"""
        return self.told("has_chronic_status")  # type: ignore[no-any-return]

    @property
    def has_zorgforfait(self) -> Status:
        """Did the health fund pay you the lump sum for the chronically ill?"""
        return self.told("has_zorgforfait")  # type: ignore[no-any-return]

    @property
    def high_care_costs_8_quarters(self) -> ToldTruth:
        """Did your care cost about 400 euro or more every quarter of the last two years, health fund included?"""
        return self.told("high_care_costs_8_quarters")  # type: ignore[no-any-return]

    @property
    def months_home_nursing_b_or_c(self) -> ToldNumber:
        """How many of the last twelve months was there home nursing at forfait B or C?"""
        return self.told("months_home_nursing_b_or_c")  # type: ignore[no-any-return]

    @property
    def heavy_physiotherapy(self) -> ToldTruth:
        """Do you have at least six months' approval for physiotherapy for a severe condition?"""
        return self.told("heavy_physiotherapy")  # type: ignore[no-any-return]

    @property
    def long_hospital_stays(self) -> ToldTruth:
        """Were you in hospital six times or 120 days, this year and last year together?"""
        return self.told("long_hospital_stays")  # type: ignore[no-any-return]

    @property
    def incontinence_proof(self) -> ToldChoice:
        """Do you use pads or nappies, and what did the nurse or doctor say about it?"""
        return self.told("incontinence_proof")  # type: ignore[no-any-return]

    @property
    def palliative_at_home(self) -> ToldTruth:
        """Does the doctor say that you are cared for palliatively at home?"""
        return self.told("palliative_at_home")  # type: ignore[no-any-return]

    @property
    def palliative_lump_sum_twice(self) -> ToldTruth:
        """Did you already get the palliative lump sum of the health fund twice?"""
        return self.told("palliative_lump_sum_twice")  # type: ignore[no-any-return]

    @property
    def has_vaph_recognition(self) -> Status:
        """Are you recognised by the VAPH?"""
        return self.told("has_vaph_recognition")  # type: ignore[no-any-return]

    @property
    def has_vdab_work_disability(self) -> Status:
        """Has the VDAB recognised a work disability for you?"""
        return self.told("has_vdab_work_disability")  # type: ignore[no-any-return]

    @property
    def has_other_disability_recognition(self) -> Status:
        """Do you have a disability recognition from AVIQ, Phare or DSL, or a European Disability Card?"""
        return self.told("has_other_disability_recognition")  # type: ignore[no-any-return]

    @property
    def education_now(self) -> ToldChoice:
        """Which school or training do you attend now?"""
        return self.told("education_now")  # type: ignore[no-any-return]

    @property
    def school_dutch_recognised(self) -> ToldTruth:
        """Is it a Dutch-language school or training recognised by Flanders?"""
        return self.told("school_dutch_recognised")  # type: ignore[no-any-return]

    @property
    def full_time_study(self) -> ToldTruth:
        """Is the school or study full time?"""
        return self.told("full_time_study")  # type: ignore[no-any-return]

    @property
    def unexcused_absences_two_years(self) -> ToldTruth:
        """Did you miss thirty or more half days without a reason, two years running?"""
        return self.told("unexcused_absences_two_years")  # type: ignore[no-any-return]

    @property
    def class_hours_week(self) -> ToldNumber:
        """How many hours of class do you have each week?"""
        return self.told("class_hours_week")  # type: ignore[no-any-return]

    def student_credits_year(self, year: int) -> ToldNumber:
        """For how many credits are you enrolled that year?"""
        return self.told("student_credits_year", year=year)  # type: ignore[no-any-return]

    @property
    def student_housing(self) -> ToldChoice:
        """Where do you live during the school year?"""
        return self.told("student_housing")  # type: ignore[no-any-return]

    @property
    def lived_on_own_income_12_months(self) -> ToldTruth:
        """Have you lived on your own income for at least twelve months?"""
        return self.told("lived_on_own_income_12_months")  # type: ignore[no-any-return]

    @property
    def study_progress(self) -> ToldChoice:
        """How did the last year of study go?"""
        return self.told("study_progress")  # type: ignore[no-any-return]

    @property
    def has_job_diploma(self) -> ToldTruth:
        """Do you already have a diploma that helps you find work?"""
        return self.told("has_job_diploma")  # type: ignore[no-any-return]

    @property
    def has_study_grant(self) -> Status:
        """Do you get a study grant or did you ask for one?"""
        return self.told("has_study_grant")  # type: ignore[no-any-return]

    def ownership_share_percent(self, other: Dwelling) -> ToldNumber:
        """What percentage of this property is yours?"""
        return self.told("ownership_share_percent", other)  # type: ignore[no-any-return]

    def ownership_right(self, other: Dwelling) -> ToldChoice:
        """Which right do you have in this property?"""
        return self.told("ownership_right", other)  # type: ignore[no-any-return]

    @property
    def savings_own(self) -> ToldNumber:
        """How much is there in all on your own accounts, savings and investments?"""
        return self.told("savings_own")  # type: ignore[no-any-return]

    @property
    def savings_joint(self) -> ToldNumber:
        """How much is there on accounts you share with someone (the full balance)?"""
        return self.told("savings_joint")  # type: ignore[no-any-return]

    @property
    def joint_account_holders(self) -> ToldNumber:
        """In how many people's names is that shared account?"""
        return self.told("joint_account_holders")  # type: ignore[no-any-return]

    @property
    def has_more_real_estate(self) -> ToldTruth:
        """Do you own a house, building or land that is not listed here yet, also abroad?"""
        return self.told("has_more_real_estate")  # type: ignore[no-any-return]

    @property
    def has_more_disposals(self) -> ToldTruth:
        """In the last ten years, did you sell or give away anything else not listed here?"""
        return self.told("has_more_disposals")  # type: ignore[no-any-return]

    def tax_joint_taxable_income(self, year: int) -> ToldNumber:
        """What is your jointly taxable income on the tax note for that year?"""
        return self.told("tax_joint_taxable_income", year=year)  # type: ignore[no-any-return]

    def tax_separately_taxed_income(self, year: int) -> ToldNumber:
        """What is your separately taxed income on that tax note?"""
        return self.told("tax_separately_taxed_income", year=year)  # type: ignore[no-any-return]

    def tax_figure_covers_both(self, year: int) -> ToldTruth:
        """Does that figure also hold your partner's income?"""
        return self.told("tax_figure_covers_both", year=year)  # type: ignore[no-any-return]

    def tax_wage_before_costs(self, year: int) -> ToldNumber:
        """What wage is on your tax note for that year, before costs?"""
        return self.told("tax_wage_before_costs", year=year)  # type: ignore[no-any-return]

    def tax_replacement_income(self, year: int) -> ToldNumber:
        """How much benefit (unemployment, sickness) is on your tax note for that year?"""
        return self.told("tax_replacement_income", year=year)  # type: ignore[no-any-return]

    def tax_pension_income(self, year: int) -> ToldNumber:
        """How much pension is on your tax note for that year?"""
        return self.told("tax_pension_income", year=year)  # type: ignore[no-any-return]

    def tax_self_employed_net(self, year: int) -> ToldNumber:
        """In that year, what was your net taxable income as self-employed?"""
        return self.told("tax_self_employed_net", year=year)  # type: ignore[no-any-return]

    def tax_net_professional_income(self, year: int) -> ToldNumber:
        """In that year, what was your taxable professional income after costs?"""
        return self.told("tax_net_professional_income", year=year)  # type: ignore[no-any-return]

    def tax_movable_income(self, year: int) -> ToldNumber:
        """How much interest and dividends did you get in that year?"""
        return self.told("tax_movable_income", year=year)  # type: ignore[no-any-return]

    def tax_other_income(self, year: int) -> ToldNumber:
        """How much other taxable income did you have in that year?"""
        return self.told("tax_other_income", year=year)  # type: ignore[no-any-return]

    def foreign_exempt_income_year(self, year: int) -> ToldNumber:
        """How much income from abroad, not taxed here, did you have in that year?"""
        return self.told("foreign_exempt_income_year", year=year)  # type: ignore[no-any-return]

    def tax_maintenance_received(self, year: int) -> ToldNumber:
        """How much maintenance did you receive for yourself in that year, in full? What you got for the children does not count."""
        return self.told("tax_maintenance_received", year=year)  # type: ignore[no-any-return]

    @property
    def car_in_own_name(self) -> ToldTruth:
        """Is a car registered in your name (for a child, in a parent's name)?"""
        return self.told("car_in_own_name")  # type: ignore[no-any-return]

    @property
    def has_de_lijn_social_pass(self) -> Status:
        """Do you have a free or cheap season ticket for the buses and trams of De Lijn?"""
        return self.told("has_de_lijn_social_pass")  # type: ignore[no-any-return]

    @property
    def has_legal_problem(self) -> ToldTruth:
        """Do you have a conflict or decision for which you may need a lawyer?"""
        return self.told("has_legal_problem")  # type: ignore[no-any-return]

    @property
    def legal_insurance_covers(self) -> ToldTruth:
        """Do you have legal expenses insurance that covers this conflict?"""
        return self.told("legal_insurance_covers")  # type: ignore[no-any-return]


class Household(HouseholdBase):
    """The people of this conversation taken together."""

    __slots__ = ()

    @property
    def someone_else_lives_here(self) -> ToldTruth:
        """Does anyone else live with you who is not listed here yet?"""
        return self.told("someone_else_lives_here")  # type: ignore[no-any-return]

    @property
    def someone_elsewhere_matters(self) -> ToldTruth:
        """Is there anyone else who lives elsewhere and counts, such as a child, a parent or an ex-partner who pays?"""
        return self.told("someone_elsewhere_matters")  # type: ignore[no-any-return]

    @property
    def left_previous_home_because(self) -> ToldChoice:
        """Why did you move, or why will you move?"""
        return self.told("left_previous_home_because")  # type: ignore[no-any-return]

    @property
    def has_social_housing_registration(self) -> Status:
        """Are you on the register for social housing?"""
        return self.told("has_social_housing_registration")  # type: ignore[no-any-return]

    @property
    def has_huursubsidie(self) -> Status:
        """Do you get the Flemish rent subsidy (for people who moved)?"""
        return self.told("has_huursubsidie")  # type: ignore[no-any-return]

    @property
    def has_huurpremie(self) -> Status:
        """Do you get the Flemish rent premium (while waiting for social housing)?"""
        return self.told("has_huurpremie")  # type: ignore[no-any-return]

    @property
    def energy_arrears(self) -> ToldNumber:
        """How much in gas and electricity bills is still unpaid?"""
        return self.told("energy_arrears")  # type: ignore[no-any-return]

    @property
    def has_social_tariff_telecom(self) -> Status:
        """Does anyone at home have a social tariff for phone or internet?"""
        return self.told("has_social_tariff_telecom")  # type: ignore[no-any-return]

    @property
    def has_heating_allowance(self) -> Status:
        """Did you already get the heating allowance this year?"""
        return self.told("has_heating_allowance")  # type: ignore[no-any-return]

    @property
    def has_more_fuel_deliveries(self) -> ToldTruth:
        """Did you get any other fuel delivery this year that is not listed here?"""
        return self.told("has_more_fuel_deliveries")  # type: ignore[no-any-return]

    @property
    def debt_repayment_month(self) -> ToldNumber:
        """How much do you pay off on debts per month?"""
        return self.told("debt_repayment_month")  # type: ignore[no-any-return]

    @property
    def debts_beyond_means(self) -> ToldTruth:
        """Have you had more debts than you can pay for some time?"""
        return self.told("debts_beyond_means")  # type: ignore[no-any-return]

    @property
    def loan_arrears(self) -> ToldTruth:
        """Are you behind with a loan or credit?"""
        return self.told("loan_arrears")  # type: ignore[no-any-return]

    @property
    def extra_health_cost_month(self) -> ToldNumber:
        """How much fixed extra cost do you have per month because of illness, disability or diet?"""
        return self.told("extra_health_cost_month")  # type: ignore[no-any-return]

    @property
    def car_needed(self) -> ToldTruth:
        """Do you really need a car for work, school or care?"""
        return self.told("car_needed")  # type: ignore[no-any-return]

    @property
    def has_uitpas_social_tariff(self) -> Status:
        """Do you have a UiTPAS with the opportunity tariff (kansentarief)?"""
        return self.told("has_uitpas_social_tariff")  # type: ignore[no-any-return]


class Dwelling(Entity):
    """A home, or any piece of real estate."""

    __slots__ = ()

    @property
    def tenure(self) -> ToldChoice:
        """Do you own this home, rent it, or live in someone else's place?"""
        return self.told("tenure")  # type: ignore[no-any-return]

    @property
    def landlord_type(self) -> ToldChoice:
        """Who is your landlord: private, social housing company, OCMW or municipality, or family?"""
        return self.told("landlord_type")  # type: ignore[no-any-return]

    @property
    def rent_month(self) -> ToldNumber:
        """How much rent do you pay per month, without charges?"""
        return self.told("rent_month")  # type: ignore[no-any-return]

    @property
    def rent_contract_start_date(self) -> ToldDate:
        """On which day does or did your rent contract start?"""
        return self.told("rent_contract_start_date")  # type: ignore[no-any-return]

    @property
    def rent_contract_signed_date(self) -> ToldDate:
        """On which day did you sign the rent contract?"""
        return self.told("rent_contract_signed_date")  # type: ignore[no-any-return]

    @property
    def rent_deposit_amount(self) -> ToldNumber:
        """How much rent deposit does the landlord ask?"""
        return self.told("rent_deposit_amount")  # type: ignore[no-any-return]

    @property
    def rent_arrears_total(self) -> ToldNumber:
        """How much rent is still unpaid, in all?"""
        return self.told("rent_arrears_total")  # type: ignore[no-any-return]

    @property
    def eviction_procedure_started(self) -> ToldTruth:
        """Have you had a letter from the justice of the peace or a bailiff about the home?"""
        return self.told("eviction_procedure_started")  # type: ignore[no-any-return]

    @property
    def landlord_accepts_plan(self) -> ToldTruth:
        """Is the landlord willing to sign an agreement so that you can stay?"""
        return self.told("landlord_accepts_plan")  # type: ignore[no-any-return]

    @property
    def dwelling_kind(self) -> ToldChoice:
        """Is this an apartment, a terraced house, a detached house, a room, or something else?"""
        return self.told("dwelling_kind")  # type: ignore[no-any-return]

    @property
    def dwelling_municipality(self) -> ToldCode:
        """In which municipality is this home?"""
        return self.told("dwelling_municipality")  # type: ignore[no-any-return]

    @property
    def dwelling_quality(self) -> ToldChoice:
        """Does the home have serious defects? Is there a report or decision?"""
        return self.told("dwelling_quality")  # type: ignore[no-any-return]

    @property
    def dwelling_age(self) -> ToldChoice:
        """How long ago did this home first get electricity (or was it built)?"""
        return self.told("dwelling_age")  # type: ignore[no-any-return]

    @property
    def renovation_kind(self) -> ToldChoice:
        """Which works on the home are planned or were just done?"""
        return self.told("renovation_kind")  # type: ignore[no-any-return]

    @property
    def renovation_cost(self) -> ToldNumber:
        """How much do these works cost, without VAT?"""
        return self.told("renovation_cost")  # type: ignore[no-any-return]

    @property
    def renovation_invoice_date(self) -> ToldDate:
        """What is the date of the last invoice for these works?"""
        return self.told("renovation_invoice_date")  # type: ignore[no-any-return]

    @property
    def mortgage_payment_month(self) -> ToldNumber:
        """How much do you pay each month on your home loan?"""
        return self.told("mortgage_payment_month")  # type: ignore[no-any-return]

    @property
    def mortgage_first_draw_date(self) -> ToldDate:
        """On which day did you get the first money of your home loan (mostly the day of the deed)?"""
        return self.told("mortgage_first_draw_date")  # type: ignore[no-any-return]

    @property
    def mortgage_purpose(self) -> ToldChoice:
        """What is the home loan for: buying, building, renovating or something else?"""
        return self.told("mortgage_purpose")  # type: ignore[no-any-return]

    @property
    def mortgage_amount(self) -> ToldNumber:
        """How much did you borrow for the home?"""
        return self.told("mortgage_amount")  # type: ignore[no-any-return]

    @property
    def dwelling_value(self) -> ToldNumber:
        """At how much did the bank value the home?"""
        return self.told("dwelling_value")  # type: ignore[no-any-return]

    @property
    def home_loan_interest_or_annuity_year(self) -> ToldNumber:
        """How much interest or life annuity do you pay for the home this year?"""
        return self.told("home_loan_interest_or_annuity_year")  # type: ignore[no-any-return]

    @property
    def has_property_tax_reduction(self) -> Status:
        """Do you already get a property tax reduction, or did you ask for it as a tenant?"""
        return self.told("has_property_tax_reduction")  # type: ignore[no-any-return]

    @property
    def heating_fuel(self) -> ToldChoice:
        """What do you mainly heat your home with?"""
        return self.told("heating_fuel")  # type: ignore[no-any-return]

    @property
    def collective_heating(self) -> ToldChoice:
        """Is the heating shared for the whole building? With what?"""
        return self.told("collective_heating")  # type: ignore[no-any-return]

    @property
    def energy_contract(self) -> ToldChoice:
        """In whose name is the gas or electricity contract? Does it run on?"""
        return self.told("energy_contract")  # type: ignore[no-any-return]

    @property
    def prepaid_meter(self) -> ToldChoice:
        """Do you have to top up your meter in advance (prepaid)?"""
        return self.told("prepaid_meter")  # type: ignore[no-any-return]

    @property
    def lac_invitation_date(self) -> ToldDate:
        """For which day did the local advisory committee (LAC) invite you?"""
        return self.told("lac_invitation_date")  # type: ignore[no-any-return]

    @property
    def energy_water_cost_month(self) -> ToldNumber:
        """How much do you pay per month for gas, power, heating and water?"""
        return self.told("energy_water_cost_month")  # type: ignore[no-any-return]

    @property
    def has_social_tariff_energy(self) -> Status:
        """Does your energy bill say 'social tariff'?"""
        return self.told("has_social_tariff_energy")  # type: ignore[no-any-return]

    @property
    def has_social_tariff_water(self) -> Status:
        """Did your last water bill show a social tariff?"""
        return self.told("has_social_tariff_water")  # type: ignore[no-any-return]

    @property
    def property_kind(self) -> ToldChoice:
        """What kind of property is it: a house, another building or land?"""
        return self.told("property_kind")  # type: ignore[no-any-return]

    @property
    def cadastral_income(self) -> ToldNumber:
        """What is the cadastral income of this property, not indexed?"""
        return self.told("cadastral_income")  # type: ignore[no-any-return]

    @property
    def rent_received_year(self) -> ToldNumber:
        """How much rent do you get per year for this property?"""
        return self.told("rent_received_year")  # type: ignore[no-any-return]


class Event(Entity):
    """Something with a date: a sale, a delivery of fuel."""

    __slots__ = ()

    @property
    def fuel_delivery_date(self) -> ToldDate:
        """When was the fuel delivered?"""
        return self.told("fuel_delivery_date")  # type: ignore[no-any-return]

    @property
    def fuel_litres(self) -> ToldNumber:
        """How many litres are on the invoice?"""
        return self.told("fuel_litres")  # type: ignore[no-any-return]

    @property
    def fuel_price_per_litre(self) -> ToldNumber:
        """What was the price per litre?"""
        return self.told("fuel_price_per_litre")  # type: ignore[no-any-return]

    @property
    def awaited_income_kind(self) -> ToldChoice:
        """Which money are you still waiting for?"""
        return self.told("awaited_income_kind")  # type: ignore[no-any-return]

    @property
    def disposal_date(self) -> ToldDate:
        """On which day was it sold or given away?"""
        return self.told("disposal_date")  # type: ignore[no-any-return]

    @property
    def disposal_kind(self) -> ToldChoice:
        """Did you sell it or give it away?"""
        return self.told("disposal_kind")  # type: ignore[no-any-return]

    @property
    def disposal_asset(self) -> ToldChoice:
        """What was it: your only home, your only plot, another property, or money?"""
        return self.told("disposal_asset")  # type: ignore[no-any-return]

    @property
    def disposal_value(self) -> ToldNumber:
        """How much was it worth then, as a whole?"""
        return self.told("disposal_value")  # type: ignore[no-any-return]

    @property
    def disposal_share_percent(self) -> ToldNumber:
        """What percentage of it was yours?"""
        return self.told("disposal_share_percent")  # type: ignore[no-any-return]

    @property
    def disposal_right(self) -> ToldChoice:
        """Which right in the property did you sell or give?"""
        return self.told("disposal_right")  # type: ignore[no-any-return]

    @property
    def disposal_debts_paid(self) -> ToldNumber:
        """How much of your own debts from before the sale did you pay with the proceeds?"""
        return self.told("disposal_debts_paid")  # type: ignore[no-any-return]

    @property
    def disposal_proceeds_saved(self) -> ToldNumber:
        """How much of the proceeds is still among your savings or investments?"""
        return self.told("disposal_proceeds_saved")  # type: ignore[no-any-return]

    @property
    def application_date(self) -> ToldDate:
        """On which day did you ask the OCMW for help?"""
        return self.told("application_date")  # type: ignore[no-any-return]
