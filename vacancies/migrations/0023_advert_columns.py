from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('vacancies', '0022_advert_text'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_applying',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_contact',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_link',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_other_interview',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_overview',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_pay',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_pay_pro_rata',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_skills',
        ),
        migrations.RemoveField(
            model_name='vacancy',
            name='advert_working_here',
        ),
    ]
